// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/catalogue.h"

#include "app/sandbox/item_reader.h"

#include <algorithm>

namespace batuta::sandbox {
namespace {

std::vector<Requirement> readRequirements(ItemReader &reader, const Catalogue &catalogue,
                                          const json::Value &item)
{
    std::vector<Requirement> requirements;
    for (const json::Value &entry : item["skills"].asArray())
        requirements.push_back({reader.reference(catalogue.skillIds, entry, "id"),
                                reader.number(entry, "peso", 1, 5), reader.number(entry, "nivel", 1, 5)});
    if (requirements.empty())
        reader.fail("skills", "the list is empty");
    return requirements;
}

Status readSkills(Catalogue &catalogue, std::string_view text)
{
    ItemReader reader("skills.json");
    for (const json::Value &item : reader.items(text, "skills")) {
        catalogue.skills.push_back(
            {reader.text(item, "id"), reader.text(item, "nome"), reader.text(item, "categoria")});
        reader.addId(catalogue.skillIds, catalogue.skills.back().id, catalogue.skills.size() - 1);
    }
    return reader.status();
}

/// The careers' names first: professions name careers, and positions name professions.
Status readCareers(Catalogue &catalogue, std::string_view text)
{
    ItemReader reader("careers.json");
    for (const json::Value &item : reader.items(text, "careers")) {
        Career career{
            reader.text(item, "id"), reader.text(item, "career_name"), reader.text(item, "area"), {}};
        reader.addId(catalogue.careerIds, career.id, catalogue.careers.size());
        catalogue.careers.push_back(std::move(career));
    }
    return reader.status();
}

Status readProfessions(Catalogue &catalogue, std::string_view text)
{
    ItemReader reader("professions.json");
    for (const json::Value &item : reader.items(text, "professions")) {
        Profession profession{reader.text(item, "id"),
                              reader.text(item, "nome"),
                              reader.text(item, "descricao"),
                              {},
                              readRequirements(reader, catalogue, item)};
        for (const json::Value &career : item["carreiras"].asArray())
            profession.careers.push_back(reader.reference(catalogue.careerIds, career, ""));
        if (profession.careers.empty())
            reader.fail(profession.id, "the profession has no career");
        reader.addId(catalogue.professionIds, profession.id, catalogue.professions.size());
        catalogue.professions.push_back(std::move(profession));
    }
    return reader.status();
}

Status readPositions(Catalogue &catalogue, std::string_view text)
{
    ItemReader reader("careers.json");
    std::size_t career = 0;
    for (const json::Value &item : reader.items(text, "careers")) {
        for (const json::Value &entry : item["posicoes"].asArray()) {
            Position position{reader.text(entry, "position_id"), reader.text(entry, "position_name"),
                              reader.number(entry, "nivel", 1, 5),
                              reader.reference(catalogue.professionIds, entry, "profissao"), career};
            catalogue.careers[career].positions.push_back(catalogue.positions.size());
            reader.addId(catalogue.positionIds, position.id, catalogue.positions.size());
            catalogue.positions.push_back(std::move(position));
        }
        if (catalogue.careers[career].positions.empty())
            reader.fail(catalogue.careers[career].id, "the career has no position");
        ++career;
    }
    return reader.status();
}

Status readVacancies(Catalogue &catalogue, std::string_view text)
{
    ItemReader reader("vacancies.json");
    for (const json::Value &item : reader.items(text, "vacancies")) {
        Vacancy vacancy{reader.text(item, "vacancy_id"),
                        reader.text(item, "vacancy_name"),
                        reader.text(item, "vacancy_description"),
                        reader.text(item, "empresa"),
                        reader.text(item, "cidade"),
                        reader.text(item, "nivel"),
                        reader.reference(catalogue.professionIds, item, "profissao"),
                        readRequirements(reader, catalogue, item)};
        reader.addId(catalogue.vacancyIds, vacancy.id, catalogue.vacancies.size());
        catalogue.vacancies.push_back(std::move(vacancy));
    }
    return reader.status();
}

Status readCourses(Catalogue &catalogue, std::string_view text)
{
    ItemReader reader("courses.json");
    Catalogue::Index ids;
    for (const json::Value &item : reader.items(text, "courses")) {
        Course course{reader.text(item, "id"),
                      reader.text(item, "nome"),
                      reader.number(item, "carga_horaria", 1, 2000),
                      reader.text(item, "nivel"),
                      {}};
        for (const json::Value &entry : item["skills"].asArray())
            course.lessons.push_back(
                {reader.reference(catalogue.skillIds, entry, "id"), reader.number(entry, "nivel", 1, 5)});
        if (course.lessons.empty())
            reader.fail(course.id, "the course teaches nothing");
        reader.addId(ids, course.id, catalogue.courses.size());
        catalogue.courses.push_back(std::move(course));
    }
    return reader.status();
}

} // namespace

Result<Catalogue> Catalogue::read(const CatalogueTexts &texts)
{
    Catalogue catalogue;
    const std::pair<Status (*)(Catalogue &, std::string_view), std::string_view> readers[] = {
        {readSkills, texts.skills},           {readCareers, texts.careers},
        {readProfessions, texts.professions}, {readPositions, texts.careers},
        {readVacancies, texts.vacancies},     {readCourses, texts.courses}};
    for (const auto &[reader, text] : readers)
        if (Status status = reader(catalogue, text); !status)
            return status.error();
    return catalogue;
}

std::optional<std::size_t> Catalogue::find(const Index &index, const std::string &id)
{
    const auto found = index.find(id);
    if (found == index.end())
        return std::nullopt;
    return found->second;
}

std::vector<Requirement> requirementsOf(const Catalogue &catalogue, const Position &position)
{
    std::vector<Requirement> requirements = catalogue.professions[position.profession].skills;
    for (Requirement &requirement : requirements)
        requirement.level = std::clamp(requirement.level + position.level - 2, 1, 5);
    return requirements;
}

} // namespace batuta::sandbox
