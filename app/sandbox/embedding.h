// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::sandbox {

inline constexpr std::size_t kDimensions = 256;
/// A text or a person as a point on the unit sphere; all zeros when there was nothing to say.
using Embedding = std::array<float, kDimensions>;

/// Lower case, without accents, everything that is not a letter or digit as one blank; a blank at both ends.
std::string foldedText(std::string_view text);
/// FNV-1a, the same on every machine: seeds and fingerprints depend on it.
std::uint64_t stableHash(std::string_view bytes);
/// The cosine, because both have length 1.
float similarity(const Embedding &a, const Embedding &b);
float length(const Embedding &embedding);
void normalise(Embedding &embedding);
void addScaled(Embedding &sum, const Embedding &part, float factor);

/// TF-IDF over hashed character n-grams (3 to 5, inside words, with their borders). Rare n-grams of the
/// documents it was made from count most; an n-gram it never saw counts least. Immutable; embed() has no side
/// effect.
class Embedder
{
public:
    explicit Embedder(const std::vector<std::string> &documents);

    Embedding embed(std::string_view text) const;

private:
    struct Slot
    {
        std::uint32_t gram = 0; ///< 0 marks a free slot
        float idf = 0;
    };

    float idfOf(std::uint32_t gram) const;

    std::vector<Slot> m_slots; ///< open addressing, size a power of two
};

} // namespace batuta::sandbox
