// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/edit/odd_flows.h"

#include <vector>

namespace batuta::test {
namespace {

class Writer
{
public:
    explicit Writer(std::mt19937 &random)
        : m_random(random)
        , m_indent(one({2, 2, 2, 3, 4}))
        , m_listIndent(chance(3) ? 0 : m_indent)
    {
    }

    std::string flow()
    {
        if (chance(8))
            m_text += chance(2) ? "---\n" : "%YAML 1.2\n---\n";
        comment(0);
        m_text += "batuta: 1" + tail() + "\nname: odd" + tail() + "\n";
        if (chance(3))
            m_text += "x-shared: &shared {k: 1, l: [2, 3]}" + tail() + "\n";
        m_hasShared = m_text.find("&shared") != std::string::npos;
        blank();
        steps();
        if (chance(3))
            m_text += "output: {r: \"${{ steps.s0.output }}\"}" + tail() + "\n";
        if (chance(4))
            m_text += "finally:\n" + pad(1) + "z0: {set: {}}" + tail() + "\n";
        if (chance(10))
            m_text += "...\n";
        else if (chance(5))
            m_text.pop_back();
        return finished();
    }

private:
    int one(const std::vector<int> &numbers) { return numbers[m_random() % numbers.size()]; }
    std::string any(const std::vector<std::string> &words) { return words[m_random() % words.size()]; }
    bool chance(unsigned in) { return m_random() % in == 0; }
    std::string pad(int level) const { return std::string(static_cast<std::size_t>(level * m_indent), ' '); }
    std::string mark() { return "#c" + std::to_string(m_comments++); }
    std::string tail()
    {
        return chance(4) ? any({" ", "  ", "\t"}) + mark() + any({"", " ação", ": x", " - y"}) : "";
    }
    void comment(int level)
    {
        while (chance(4))
            m_text += pad(level) + mark() + any({"", " more: words", " 'quoted"}) + "\n";
    }
    void blank()
    {
        if (chance(3))
            m_text += chance(4) ? "  \n" : "\n";
    }

    void steps()
    {
        if (chance(12)) {
            m_text += "steps: {s0: {set: {a: 1}}, s1: {needs: [s0], set: {}}}" + tail() + "\n";
            return;
        }
        m_text += any({"steps:", "\"steps\":", "steps :"}) + tail() + "\n";
        const int count = 1 + static_cast<int>(m_random() % 6);
        const bool isSpaced = chance(2);
        for (int i = 0; i < count; ++i) {
            if (i > 0 && isSpaced)
                m_text += "\n";
            comment(1);
            step(i);
        }
    }

    void step(int number)
    {
        const std::string id = "s" + std::to_string(number);
        const std::string key = any({id, id, id, "'" + id + "'", "\"" + id + "\""});
        if (chance(6)) {
            m_text +=
                pad(1) + key + ": {" + (number > 0 ? "needs: [s0], " : "") + "set: {a: 1}}" + tail() + "\n";
            return;
        }
        m_text += pad(1) + key + ":" + tail() + "\n";
        if (chance(2))
            line("title: " + any({"Plain words", "'it''s'", "\"a \\\"b\\\" \\u00e9\"", "Ação ☃", "&t Titled",
                                  "!!str 5"}));
        if (number > 0 && chance(2))
            needs(number);
        comment(2);
        work();
        if (chance(3))
            line("timeout: " + any({"30s", "'5m'", "\"1h\""}));
        if (chance(5))
            m_text += pad(2) + mark() + " below\n";
        blank();
    }

    void line(const std::string &text) { m_text += pad(2) + text + tail() + "\n"; }

    void needs(int number)
    {
        const std::string other = "s" + std::to_string(m_random() % static_cast<unsigned>(number));
        const bool isTwo = other != "s0";
        if (chance(2)) {
            line("needs: [" + other + (isTwo ? any({", ", ","}) + "s0" : "") + any({"", " "}) + "]");
            return;
        }
        line("needs:");
        const std::string dash =
            pad(2) + std::string(static_cast<std::size_t>(m_listIndent), ' ') + any({"- ", "-   "});
        m_text += dash + other + tail() + "\n";
        if (isTwo) {
            comment(3);
            m_text += dash + any({"s0", "'s0'"}) + tail() + "\n";
        }
    }

    void work()
    {
        switch (m_random() % 6) {
        case 0:
            line("set: {" + any({"", "a: 1", "a: 1, b: [x, {c: d}], "}) + "}");
            break;
        case 1:
            line("set:");
            m_text += pad(3) + "a: " + any({"1", "~", "0x1F", "1e3", "true", ""}) + tail() + "\n";
            comment(3);
            m_text += pad(3) + "\"b c\": " + any({"'x'", "[1, 2]", "{k: v}"}) + tail() + "\n";
            break;
        case 2:
            line("jq:");
            m_text += pad(3) + "program: " + any({"|", "|-", ">", ">-", "|+"}) + tail() + "\n";
            m_text += pad(4) + ".a | {x: .b}\n" + any({"", "\n"}) + pad(4) + "second ☃ line\n";
            m_text += pad(3) + "input: {}" + tail() + "\n";
            break;
        case 3:
            line("set:");
            m_text += pad(3) + "l:" + tail() + "\n";
            for (int i = 0; i < 3; ++i) {
                comment(4);
                m_text += pad(4) + "- " +
                          any({"x", "{if: a, r: b}", "[1, [2]]", "k: v\n" + pad(4) + "  w: u"}) + tail() +
                          "\n";
            }
            break;
        case 4:
            line("set: { " + mark() + "\n" + pad(3) + "a: 1, " + mark() + "\n" + pad(3) + "b: {c: d},\n" +
                 pad(3) + "e: \"f\" " + mark() + "\n" + pad(2) + "}");
            break;
        default:
            line("set: " + (m_hasShared ? any({"*shared", "{v: *shared, w: 1}"})
                                        : "\n" + pad(3) + "t: plain\n" + pad(4) + "over two lines"));
        }
    }

    std::string finished()
    {
        std::string out;
        const bool isWindows = chance(5);
        for (const char c : m_text)
            out += c == '\n' && isWindows ? std::string("\r\n") : std::string(1, c);
        return (chance(10) ? "\xEF\xBB\xBF" : "") + out;
    }

    std::mt19937 &m_random;
    int m_indent;
    int m_listIndent;
    std::string m_text;
    int m_comments = 0;
    bool m_hasShared = false;
};

} // namespace

std::string oddFlow(std::mt19937 &random)
{
    return Writer(random).flow();
}

} // namespace batuta::test
