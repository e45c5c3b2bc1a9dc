// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace batuta::json {

/// Text that is written piece by piece, with room behind it: a piece costs little more than its bytes, where
/// a std::string asks, calls and ends itself with a zero each time. Made to be cleared and used again.
class Text
{
public:
    Text() = default;
    Text(const Text &) = delete;
    Text &operator=(const Text &) = delete;

    /// A place for `count` more bytes, until the next call; wrote() says how many of them are used.
    [[gnu::always_inline]] char *room(std::size_t count)
    {
        if (m_capacity - m_size < count)
            grow(count);
        return m_bytes.get() + m_size;
    }
    void wrote(std::size_t count) { m_size += count; }

    [[gnu::always_inline]] Text &operator+=(char c)
    {
        *room(1) = c;
        ++m_size;
        return *this;
    }
    /// In line, so that the length of a name in the source is known where it is copied.
    [[gnu::always_inline]] Text &operator+=(std::string_view text)
    {
        if (!text.empty())
            std::memcpy(room(text.size()), text.data(), text.size());
        m_size += text.size();
        return *this;
    }

    std::string_view view() const { return {m_bytes.get(), m_size}; }
    std::string str() const { return std::string(view()); }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    /// Keeps the room for what comes next, unless it is unusually large.
    void clear()
    {
        m_size = 0;
        if (m_capacity > kKept) {
            m_bytes.reset();
            m_capacity = 0;
        }
    }

private:
    static constexpr std::size_t kLeast = 1U << 10;
    static constexpr std::size_t kKept = 256U << 10;

    [[gnu::noinline]] void grow(std::size_t count)
    {
        const std::size_t capacity = std::max({kLeast, 2 * m_capacity, m_size + count});
        std::unique_ptr<char[]> bytes(new char[capacity]);
        if (m_size > 0)
            std::memcpy(bytes.get(), m_bytes.get(), m_size);
        m_bytes = std::move(bytes);
        m_capacity = capacity;
    }

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace batuta::json
