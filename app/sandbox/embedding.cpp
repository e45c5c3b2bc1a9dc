// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/embedding.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace batuta::sandbox {
namespace {

constexpr std::size_t kShortestGram = 3;
constexpr std::size_t kLongestGram = 5;

/// The plain letter of U+00C0 to U+00FF, one character each; ' ' for the signs × and ÷.
constexpr std::string_view kPlainLatin1 = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
static_assert(kPlainLatin1.size() == 64);

std::uint32_t gramHash(std::string_view gram)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : gram)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    // FNV's low bits are weak for short keys, and the low bits choose the dimension.
    hash ^= hash >> 15;
    hash *= 0x2C1B3C6DU;
    hash ^= hash >> 12;
    return hash == 0 ? 1 : hash;
}

/// The n-grams of each word with its borders, sorted, so that equal ones stand together.
std::vector<std::uint32_t> gramsOf(std::string_view text)
{
    const std::string folded = foldedText(text);
    std::vector<std::uint32_t> grams;
    grams.reserve(folded.size() * 3);
    const std::string_view view(folded);
    for (std::size_t start = 0; start + 1 < view.size();) {
        const std::size_t end = view.find(' ', start + 1);
        const std::string_view word = view.substr(start, end - start + 1);
        for (std::size_t size = kShortestGram; size <= std::min(kLongestGram, word.size()); ++size)
            for (std::size_t at = 0; at + size <= word.size(); ++at)
                grams.push_back(gramHash(word.substr(at, size)));
        start = end;
    }
    std::sort(grams.begin(), grams.end());
    return grams;
}

template <class Visit> void countRuns(const std::vector<std::uint32_t> &grams, Visit visit)
{
    for (std::size_t at = 0; at < grams.size();) {
        std::size_t next = at + 1;
        while (next < grams.size() && grams[next] == grams[at])
            ++next;
        visit(grams[at], next - at);
        at = next;
    }
}

} // namespace

std::string foldedText(std::string_view text)
{
    std::string folded(1, ' ');
    folded.reserve(text.size() + 2);
    const auto put = [&folded](char c) {
        if (c != ' ' || folded.back() != ' ')
            folded += c;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == 0xC3 && i + 1 < text.size())
            put(kPlainLatin1[static_cast<unsigned char>(text[++i]) & 0x3FU]);
        else if (byte >= 'A' && byte <= 'Z')
            put(static_cast<char>(byte - 'A' + 'a'));
        else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80)
            put(text[i]);
        else
            put(' ');
    }
    put(' ');
    return folded;
}

std::uint64_t stableHash(std::string_view bytes)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

float similarity(const Embedding &a, const Embedding &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0F);
}

float length(const Embedding &embedding)
{
    return std::sqrt(similarity(embedding, embedding));
}

void normalise(Embedding &embedding)
{
    const float size = length(embedding);
    if (size > 0)
        for (float &value : embedding)
            value /= size;
}

void addScaled(Embedding &sum, const Embedding &part, float factor)
{
    for (std::size_t i = 0; i < kDimensions; ++i)
        sum[i] += part[i] * factor;
}

Embedder::Embedder(const std::vector<std::string> &documents)
{
    std::unordered_map<std::uint32_t, std::uint32_t> frequency;
    frequency.reserve(32768);
    for (const std::string &document : documents)
        countRuns(gramsOf(document), [&](std::uint32_t gram, std::size_t) { ++frequency[gram]; });
    std::size_t size = 1024;
    while (size < frequency.size() * 2)
        size *= 2;
    m_slots.resize(size);
    const auto all = static_cast<float>(documents.size());
    for (const auto &[gram, count] : frequency) {
        std::size_t at = gram & (size - 1);
        while (m_slots[at].gram != 0)
            at = (at + 1) & (size - 1);
        m_slots[at] = {gram, std::log((1 + all) / (1 + static_cast<float>(count))) + 1};
    }
}

float Embedder::idfOf(std::uint32_t gram) const
{
    for (std::size_t at = gram & (m_slots.size() - 1);; at = (at + 1) & (m_slots.size() - 1)) {
        if (m_slots[at].gram == gram)
            return m_slots[at].idf;
        if (m_slots[at].gram == 0)
            return 1;
    }
}

Embedding Embedder::embed(std::string_view text) const
{
    Embedding embedding{};
    countRuns(gramsOf(text), [&](std::uint32_t gram, std::size_t count) {
        const float weight = (1 + std::log(static_cast<float>(count))) * idfOf(gram);
        // The sign comes from a bit that does not choose the dimension: colliding n-grams then cancel on
        // average.
        embedding[gram % kDimensions] += (gram >> 31) != 0 ? weight : -weight;
    });
    normalise(embedding);
    return embedding;
}

} // namespace batuta::sandbox
