// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

/// The files of resources/sandbox as they were when the program was built.
namespace batuta::resources {

extern const std::string_view sandbox_skills;
extern const std::string_view sandbox_professions;
extern const std::string_view sandbox_careers;
extern const std::string_view sandbox_vacancies;
extern const std::string_view sandbox_courses;
extern const std::string_view sandbox_profiles;

} // namespace batuta::resources
