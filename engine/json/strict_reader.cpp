// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/strict_reader.h"

#include "engine/base/text.h"
#include "engine/json/digits.h"

#include <charconv>
#include <cmath>
#include <set>

namespace batuta::json::detail {
namespace {

void appendUtf8(unsigned point, std::string &out)
{
    const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | point >> 6);
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3F));
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

/// Every member function returns false after it has noted the failure; the first one is kept.
class Reader
{
public:
    Reader(std::string_view text, const Limits &limits)
        : m_text(text)
        , m_limits(limits)
    {
    }

    Result<Value> read()
    {
        Value value;
        if (readValue(value, 1)) {
            skipBlanks();
            if (m_at == m_text.size())
                return value;
            fail("something follows the end of the value");
        }
        const auto [line, column] = lineAndColumn(m_text, m_failedAt);
        return Error{m_code, "", m_detail, {"", line, column}, ""};
    }

private:
    bool fail(std::string detail, ErrorCode code = ErrorCode::JsonSyntax)
    {
        m_failedAt = m_at;
        m_detail = std::move(detail);
        m_code = code;
        return false;
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool atEnd() const { return m_at >= m_text.size(); }

    void skipBlanks()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }

    bool readValue(Value &value, int depth)
    {
        skipBlanks();
        if (atEnd())
            return fail("the text ends where a value is expected");
        switch (peek()) {
        case '{':
            return depth > m_limits.depth ? failDepth() : readObject(value, depth);
        case '[':
            return depth > m_limits.depth ? failDepth() : readArray(value, depth);
        case '"': {
            std::string text;
            if (!readString(text))
                return false;
            value = std::move(text);
            return true;
        }
        case 't':
            return readWord("true", Value(true), value);
        case 'f':
            return readWord("false", Value(false), value);
        case 'n':
            return readWord("null", Value(), value);
        default:
            return readNumber(value);
        }
    }

    bool failDepth()
    {
        return fail("more than " + std::to_string(m_limits.depth) + " levels of nesting",
                    ErrorCode::JsonTooDeep);
    }

    bool readWord(std::string_view word, Value meaning, Value &value)
    {
        if (m_text.substr(m_at, word.size()) != word)
            return fail("a value is expected");
        m_at += word.size();
        value = std::move(meaning);
        return true;
    }

    bool readArray(Value &value, int depth)
    {
        Array &items = value.array();
        ++m_at;
        skipBlanks();
        if (peek() == ']') {
            ++m_at;
            return true;
        }
        while (true) {
            if (!readValue(items.emplace_back(), depth + 1))
                return false;
            skipBlanks();
            const char c = peek();
            if (c != ',' && c != ']')
                return fail("`,` or `]` is expected");
            ++m_at;
            if (c == ']')
                return true;
        }
    }

    bool readObject(Value &value, int depth)
    {
        std::vector<Object::Member> members;
        std::set<std::string> names;
        ++m_at;
        skipBlanks();
        while (peek() != '}' || !members.empty()) {
            skipBlanks();
            const std::size_t start = m_at;
            std::string name;
            if (peek() != '"')
                return fail("a name in double quotes is expected");
            if (!readString(name))
                return false;
            if (!names.insert(name).second) {
                m_at = start;
                return fail("the name `" + name.substr(0, 80) + "` stands twice in one object");
            }
            skipBlanks();
            if (peek() != ':')
                return fail("`:` is expected");
            ++m_at;
            if (!readValue(members.emplace_back(std::move(name), Value()).second, depth + 1))
                return false;
            skipBlanks();
            if (peek() == '}')
                break;
            if (peek() != ',')
                return fail("`,` or `}` is expected");
            ++m_at;
        }
        ++m_at;
        value = Object::fromMembers(std::move(members)).first;
        return true;
    }

    bool readString(std::string &text)
    {
        const std::size_t start = m_at++;
        while (!atEnd() && peek() != '"') {
            const unsigned char c = static_cast<unsigned char>(peek());
            if (c < 0x20)
                return fail("a control character in a text must be written as an escape");
            if (c != '\\') {
                text += peek();
                ++m_at;
            } else if (!readEscape(text)) {
                return false;
            }
        }
        if (atEnd()) {
            m_at = start;
            return fail("the text that starts here has no closing quote");
        }
        ++m_at;
        if (isValidUtf8(text))
            return true;
        m_at = start;
        return fail("the text that starts here is not UTF-8");
    }

    bool readEscape(std::string &text)
    {
        constexpr std::string_view kLetters = "\"\\/bfnrt";
        constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
        const char letter = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (letter == 'u')
            return readUnicodeEscape(text);
        const std::size_t which = letter == '\0' ? std::string_view::npos : kLetters.find(letter);
        if (which == std::string_view::npos)
            return fail("an unknown escape");
        text += kMeanings[which];
        m_at += 2;
        return true;
    }

    bool readUnicodeEscape(std::string &text)
    {
        const std::size_t start = m_at;
        unsigned point = 0;
        unsigned low = 0;
        if (!readHex(point))
            return fail("`\\u` wants four hexadecimal digits");
        if (point >= 0xD800 && point < 0xDC00 && readHex(low) && low >= 0xDC00 && low < 0xE000)
            point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        if (point >= 0xD800 && point < 0xE000) {
            m_at = start;
            return fail("half of a surrogate pair");
        }
        appendUtf8(point, text);
        return true;
    }

    bool readHex(unsigned &value)
    {
        const std::string_view word = m_text.substr(m_at, 6);
        if (word.size() < 6 || word.substr(0, 2) != "\\u")
            return false;
        const auto [end, code] = std::from_chars(word.data() + 2, word.data() + 6, value, 16);
        if (code != std::errc() || end != word.data() + 6)
            return false;
        m_at += 6;
        return true;
    }

    bool readNumber(Value &value)
    {
        const std::size_t start = m_at;
        bool isWhole = true;
        if (peek() == '-')
            ++m_at;
        if (!isDigit(peek()))
            return fail("a value is expected");
        if (peek() == '0' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1]))
            return fail("a number must not start with 0");
        skipDigits();
        if (peek() == '.') {
            isWhole = false;
            ++m_at;
            if (!skipDigits())
                return fail("digits are expected after the point");
        }
        if (peek() == 'e' || peek() == 'E') {
            isWhole = false;
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!skipDigits())
                return fail("digits are expected in the exponent");
        }
        return convertNumber(start, isWhole, value);
    }

    bool skipDigits()
    {
        const std::size_t start = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > start;
    }

    bool convertNumber(std::size_t start, bool isWhole, Value &value)
    {
        const char *first = m_text.data() + start;
        const char *last = m_text.data() + m_at;
        std::int64_t whole = 0;
        if (isWhole && std::from_chars(first, last, whole).ec == std::errc()) {
            value = whole;
            return true;
        }
        double number = 0;
        const std::errc code = std::from_chars(first, last, number).ec;
        // Out of range is also said of numbers that are too near to zero; strtod tells the two apart.
        if (code == std::errc::result_out_of_range)
            number = std::strtod(std::string(first, last).c_str(), nullptr);
        if (!std::isfinite(number)) {
            m_at = start;
            return fail("the number is beyond the range of a double");
        }
        value = number;
        return true;
    }

    std::string_view m_text;
    const Limits &m_limits;
    std::size_t m_at = 0;
    std::size_t m_failedAt = 0;
    std::string m_detail;
    ErrorCode m_code = ErrorCode::JsonSyntax;
};

} // namespace

Result<Value> readStrictly(std::string_view text, const Limits &limits)
{
    return Reader(text, limits).read();
}

} // namespace batuta::json::detail
