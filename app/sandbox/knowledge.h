// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/catalogue.h"
#include "app/sandbox/embedding.h"
#include "app/sandbox/profiles.h"

#include <memory>
#include <string>
#include <vector>

namespace batuta::sandbox {

/// Everything that does not change while the sandbox runs: catalogue, people, and the embeddings of the
/// catalogue, computed once. Safe on any thread after read().
struct Knowledge
{
    Catalogue catalogue;
    ProfileBook people;
    std::unique_ptr<const Embedder> embedder;
    std::vector<Embedding> skills;
    std::vector<Embedding> professions;
    std::vector<Embedding> vacancies;
    std::vector<Embedding> careers;   ///< of the names alone: what a caller's text is compared with
    std::vector<Embedding> positions; ///< of the names alone
    std::vector<std::vector<Requirement>> positionSkills;
    std::vector<std::string> foldedSkills; ///< the skills' names as foldedText spells them

    /// From the files in the program.
    static Result<std::unique_ptr<const Knowledge>> read();

    /// Half what the person wrote, half the skills by their level.
    Embedding embed(const Profile &profile) const;
    /// Half the text, half the skills by their weight.
    Embedding embed(std::string_view text, const std::vector<Requirement> &requirements) const;
};

} // namespace batuta::sandbox
