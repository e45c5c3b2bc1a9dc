// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/profiles.h"

#include "app/sandbox/embedding.h"
#include "app/sandbox/item_reader.h"
#include "app/sandbox/random.h"
#include "engine/base/text.h"

#include <algorithm>
#include <array>

namespace batuta::sandbox {
namespace {

constexpr std::array<std::string_view, 20> kFirstNames{
    "Alice", "André", "Beatriz", "Caio",  "Célia",  "Daniela", "Davi",   "Fernanda", "Geraldo", "Helena",
    "Igor",  "Joana", "Leandro", "Luana", "Mateus", "Natália", "Otávio", "Paula",    "Rafael",  "Tereza"};
constexpr std::array<std::string_view, 16> kLastNames{
    "Almeida", "Araújo",   "Batista", "Cardoso", "Correia", "Dias",    "Freitas", "Gomes",
    "Martins", "Monteiro", "Moraes",  "Nunes",   "Ramos",   "Ribeiro", "Santana", "Vieira"};
constexpr std::array<std::string_view, 12> kCities{
    "Belém/PA",   "Betim/MG",     "Curitiba/PR", "Feira de Santana/BA",
    "Goiânia/GO", "Joinville/SC", "Londrina/PR", "Maceió/AL",
    "Manaus/AM",  "Natal/RN",     "Santos/SP",   "Vitória/ES"};
constexpr std::array<std::string_view, 5> kPlaces{
    "em uma empresa de médio porte", "em uma pequena oficina da cidade", "em uma indústria com três turnos",
    "por conta própria", "em um contrato de aprendizagem"};

template <std::size_t N> std::string pick(Random &random, const std::array<std::string_view, N> &words)
{
    return std::string(words[random.below(N)]);
}

std::string listOf(const Catalogue &catalogue, const std::vector<std::size_t> &skills)
{
    std::vector<std::string> names;
    for (const std::size_t skill : skills)
        names.push_back(catalogue.skills[skill].name);
    return join(names, "; ");
}

/// A skill of the profession stays with four chances in five, around the level asked for.
std::vector<std::size_t> giveSkills(Random &random, const Catalogue &catalogue, Profile &profile)
{
    std::vector<std::size_t> given;
    for (const Requirement &requirement : catalogue.professions[profile.profession].skills) {
        const int level = requirement.level - 2 + static_cast<int>(random.below(4));
        if (random.below(5) == 0 || level < 1)
            continue;
        profile.levels[requirement.skill] = static_cast<std::uint8_t>(std::min(level, 5));
        given.push_back(requirement.skill);
    }
    for (std::size_t extra = 2 + random.below(2); extra > 0; --extra) {
        const std::size_t skill = random.below(catalogue.skills.size());
        if (profile.levels[skill] != 0)
            continue;
        profile.levels[skill] = static_cast<std::uint8_t>(1 + random.below(3));
        given.push_back(skill);
    }
    return given;
}

Profile readProfile(ItemReader &reader, const Catalogue &catalogue, const json::Value &item)
{
    Profile profile;
    profile.userId = reader.text(item, "user_id");
    profile.name = reader.text(item, "nome");
    profile.city = reader.text(item, "cidade");
    profile.experience = reader.text(item, "experiencia");
    profile.profession = reader.reference(catalogue.professionIds, item, "profissao_alvo");
    profile.levels.resize(catalogue.skills.size());
    for (const json::Value &entry : item["skills"].asArray())
        profile.levels[reader.reference(catalogue.skillIds, entry, "id")] =
            static_cast<std::uint8_t>(reader.number(entry, "nivel", 1, 5));
    profile.known = true;
    return profile;
}

} // namespace

Result<ProfileBook> ProfileBook::read(std::string_view text, const Catalogue &catalogue)
{
    ProfileBook book;
    ItemReader reader("profiles.json");
    for (const json::Value &item : reader.items(text, "profiles")) {
        Profile profile = readProfile(reader, catalogue, item);
        reader.addId(book.m_users, profile.userId, book.m_people.size());
        for (const json::Value &session : item["sessions"].asArray())
            reader.addId(book.m_sessions, session.asString(), book.m_people.size());
        book.m_people.push_back(std::move(profile));
    }
    if (Status status = reader.status(); !status)
        return status.error();
    return book;
}

const Profile *ProfileBook::byUser(const std::string &userId) const
{
    const auto found = m_users.find(userId);
    return found == m_users.end() ? nullptr : &m_people[found->second];
}

const Profile *ProfileBook::bySession(const std::string &sessionId) const
{
    const auto found = m_sessions.find(sessionId);
    return found == m_sessions.end() ? nullptr : &m_people[found->second];
}

Profile derivedProfile(const Catalogue &catalogue, std::string_view seed)
{
    Random random(stableHash(seed));
    Profile profile;
    profile.userId = seed;
    profile.name = pick(random, kFirstNames) + " " + pick(random, kLastNames);
    profile.city = pick(random, kCities);
    profile.profession = random.below(catalogue.professions.size());
    profile.levels.resize(catalogue.skills.size());
    const std::vector<std::size_t> skills = giveSkills(random, catalogue, profile);
    const std::size_t years = 1 + random.below(12);
    profile.experience = "Trabalho há " + std::to_string(years) + (years == 1 ? " ano " : " anos ") +
                         pick(random, kPlaces) + " e quero atuar como " +
                         catalogue.professions[profile.profession].name +
                         ". Tenho prática em: " + listOf(catalogue, skills) + ".";
    return profile;
}

} // namespace batuta::sandbox
