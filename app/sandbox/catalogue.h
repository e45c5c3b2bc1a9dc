// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace batuta::sandbox {

/// The shipped catalogue as values: skills, professions, careers, vacancies and courses. Everything that
/// refers to something else does so by its index, so a catalogue that was read is complete: an id that leads
/// nowhere, or one that appears twice, is refused when reading. Immutable afterwards.

struct Skill
{
    std::string id;
    std::string name;
    std::string category;
};

/// What a profession or a vacancy asks of a skill: how much it matters and how well it must be mastered, 1 to
/// 5 each.
struct Requirement
{
    std::size_t skill = 0;
    int weight = 1;
    int level = 1;
};

struct Profession
{
    std::string id;
    std::string name;
    std::string description;
    std::vector<std::size_t> careers;
    std::vector<Requirement> skills;
};

/// A rung of a career. Level 2 asks what its profession asks; each level more or less moves the required
/// levels by one.
struct Position
{
    std::string id;
    std::string name;
    int level = 1;
    std::size_t profession = 0;
    std::size_t career = 0;
};

struct Career
{
    std::string id;
    std::string name;
    std::string area;
    std::vector<std::size_t> positions; ///< from the first job on
};

struct Vacancy
{
    std::string id;
    std::string name;
    std::string description;
    std::string company;
    std::string city;
    std::string level;
    std::size_t profession = 0;
    std::vector<Requirement> skills;
};

/// The level of a skill that somebody has after the course.
struct Lesson
{
    std::size_t skill = 0;
    int level = 1;
};

struct Course
{
    std::string id;
    std::string name;
    int hours = 0;
    std::string level;
    std::vector<Lesson> lessons;
};

/// The bytes of the five files of resources/sandbox/catalogue.
struct CatalogueTexts
{
    std::string_view skills;
    std::string_view professions;
    std::string_view careers;
    std::string_view vacancies;
    std::string_view courses;
};

struct Catalogue
{
    using Index = std::unordered_map<std::string, std::size_t>;

    std::vector<Skill> skills;
    std::vector<Profession> professions;
    std::vector<Career> careers;
    std::vector<Position> positions; ///< of all careers
    std::vector<Vacancy> vacancies;
    std::vector<Course> courses;
    Index skillIds;
    Index professionIds;
    Index careerIds;
    Index positionIds;
    Index vacancyIds;

    static Result<Catalogue> read(const CatalogueTexts &texts);
    static std::optional<std::size_t> find(const Index &index, const std::string &id);
};

/// The requirements of a position: those of its profession, moved by its level.
std::vector<Requirement> requirementsOf(const Catalogue &catalogue, const Position &position);

} // namespace batuta::sandbox
