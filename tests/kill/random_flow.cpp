// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/kill/random_flow.h"

#include <array>

namespace batuta::kill {
namespace {

constexpr int kChildren = 3;

std::string number(int value)
{
    return std::to_string(value);
}

/// Writes one flow. Lives for that.
class Maker
{
public:
    Maker(Random &random, std::string name, bool isChild)
        : m_random(random)
    {
        m_flow.name = std::move(name);
        m_flow.isChild = isChild;
    }

    RandomFlow make();

private:
    /// What later steps may refer to.
    struct Made
    {
        std::string id;
        std::string value; ///< an expression of its result, or ""
        std::set<std::string> before;
    };

    bool chance(int percent) { return draw(m_random, 1, 100) <= percent; }
    int upTo(int most) { return draw(m_random, 0, most); }
    void step(int index);
    void kind(Made &made);
    void http(Made &made);
    void failingHttp(const Made &made);
    void list(const Made &made);
    void other(Made &made);
    void subflow(Made &made);
    std::string needs(Made &made);
    std::string body(const std::string &more = {});
    std::string url(const std::string &step, const std::string &query);
    std::string retry(int attempts);
    void compensation(const Made &made);
    void comeLast();
    std::string expression();
    void add(const std::string &line) { m_steps += "    " + line + "\n"; }

    Random &m_random;
    RandomFlow m_flow;
    std::string m_steps;
    std::string m_output;
    std::vector<Made> m_made;
    std::vector<std::string> m_values; ///< of the steps that the one being written needs
};

RandomFlow Maker::make()
{
    const int steps = m_flow.isChild ? draw(m_random, 1, 3) : draw(m_random, 2, 8);
    for (int i = 0; i < steps; ++i)
        step(i);
    std::string text = "batuta: 1\nname: " + m_flow.name + "\n";
    if (chance(30))
        text += "max_parallel: " + number(draw(m_random, 1, 3)) + "\n";
    if (!m_flow.isChild && chance(12))
        text += "concurrency: {limit: " + number(draw(m_random, 1, 4)) + ", when_full: queue}\n";
    if (!m_flow.isChild && chance(8))
        text += "idempotency: {key: \"${{ input.n }}\", window: 1s, on_repeat: reuse}\n";
    text += "steps:\n" + m_steps;
    text += "output:\n  n: \"${{ input.n }}\"\n" + m_output;
    if (chance(40)) {
        text += "finally:\n  last:\n    http: {method: POST, url: " + url("last", "delay=5") +
                ", json: {n: \"${{ input.n }}\"}}\n";
        m_flow.before.emplace("last", std::set<std::string>());
    }
    comeLast();
    m_flow.text = std::move(text);
    return std::move(m_flow);
}

void Maker::step(int index)
{
    Made made;
    made.id = "s" + number(index);
    m_values.clear();
    m_steps += "  " + made.id + ":\n";
    const std::string wanted = needs(made);
    if (!wanted.empty())
        add("needs: [" + wanted + "]");
    if (chance(12)) {
        static constexpr std::array<const char *, 4> conditions{"input.n > 1", "always()", "failure()",
                                                                "input.n != 2"};
        add(std::string("if: \"${{ ") + conditions.at(static_cast<std::size_t>(upTo(3))) + " }}\"");
    }
    kind(made);
    m_output += "  " + made.id + ": \"${{ steps." + made.id + ".status }}\"\n";
    if (!made.value.empty())
        m_output += "  " + made.id + "_value: \"${{ " + made.value + " }}\"\n";
    m_made.push_back(std::move(made));
}

/// Up to two steps before this one; what they came after comes before this one as well.
std::string Maker::needs(Made &made)
{
    std::set<std::size_t> chosen;
    for (int i = 0; i < 2 && !m_made.empty(); ++i)
        if (chance(m_made.size() == 1 ? 90 : 60))
            chosen.insert(static_cast<std::size_t>(upTo(static_cast<int>(m_made.size()) - 1)));
    std::string text;
    for (const std::size_t at : chosen) {
        const Made &need = m_made[at];
        text += (text.empty() ? "" : ", ") + need.id;
        made.before.insert(need.id);
        made.before.insert(need.before.begin(), need.before.end());
        if (!need.value.empty())
            m_values.push_back(need.value);
    }
    return text;
}

void Maker::kind(Made &made)
{
    const int lot = m_flow.isChild ? draw(m_random, 1, 60) : draw(m_random, 1, 100);
    if (lot <= 34)
        http(made);
    else if (lot <= 46)
        failingHttp(made);
    else if (lot <= 56)
        list(made);
    else if (lot <= 92)
        other(made);
    else
        subflow(made);
}

std::string Maker::url(const std::string &step, const std::string &query)
{
    return "\"${{ env.F }}/" + m_flow.name + "/" + step + "?" + query + "\"";
}

/// A value that depends on everything this step needs.
std::string Maker::body(const std::string &more)
{
    std::string text = "{n: \"${{ input.n }}\"" + more;
    for (std::size_t i = 0; i < m_values.size(); ++i)
        text += ", from" + std::to_string(i) + ": \"${{ " + m_values[i] + " }}\"";
    return text + "}";
}

std::string Maker::retry(int attempts)
{
    return "retry: {attempts: " + number(attempts) +
           ", on: [connection, timeout, 5xx], backoff: {first: " + number(draw(m_random, 1, 60)) +
           "ms, max: 80ms}}";
}

void Maker::http(Made &made)
{
    std::string query = "delay=" + number(chance(50) ? 0 : upTo(60));
    if (chance(25))
        query += "&token=1"; // the answer holds a secret: the journal seals it
    if (chance(4))
        query += "&big=" + number(draw(m_random, 1, 400) * 1'000);
    const int failures = chance(35) ? draw(m_random, 1, 2) : 0;
    if (failures > 0)
        query += "&fail=" + number(failures) + "&how=" + (chance(70) ? "503" : "drop");
    add("http: {method: POST, url: " + url(made.id, query) + ", json: " + body() + "}");
    if (failures > 0)
        add(retry(failures + 1));
    if (chance(8))
        add("rate_limit: {limit: 200, per: 1s}");
    if (chance(20))
        add("total_timeout: 10m"); // its clock goes through every kill, and ends nothing
    if (chance(15))
        compensation(made);
    made.value = "steps." + made.id + ".output." + (query.find("token") == std::string::npos ? "v" : "token");
    m_flow.before.emplace(made.id, made.before);
}

void Maker::compensation(const Made &made)
{
    add("compensate:");
    add("  http: {method: POST, url: " + url(made.id + "_undo", "delay=3") +
        ", json: {undo: \"${{ input.n }}\"}}");
    m_flow.before.emplace(made.id + "_undo", std::set<std::string>());
}

/// What undoes comes after all steps, `finally` after that as well.
void Maker::comeLast()
{
    std::set<std::string> all;
    for (const Made &made : m_made)
        all.insert(made.id);
    std::set<std::string> undo = all;
    for (auto &[id, before] : m_flow.before)
        if (id.ends_with("_undo")) {
            before = all;
            undo.insert(id);
        }
    if (const auto last = m_flow.before.find("last"); last != m_flow.before.end())
        last->second = std::move(undo);
}

void Maker::failingHttp(const Made &made)
{
    static constexpr std::array<const char *, 3> policies{"continue", "skip_dependents", "abort"};
    const int policy = upTo(2);
    add("http: {method: POST, url: " + url(made.id, "fail=99&how=500&delay=" + number(upTo(20))) +
        ", json: " + body() + "}");
    if (chance(60))
        add(retry(2));
    add(std::string("on_failure: ") + policies.at(static_cast<std::size_t>(policy)));
    m_flow.isLoose = m_flow.isLoose || policy == 2;
    m_flow.before.emplace(made.id, made.before);
}

void Maker::list(const Made &made)
{
    std::string items;
    for (int i = draw(m_random, 1, 6); i > 0; --i)
        items += (items.empty() ? "" : ", ") + number(i * 7);
    const int failures = chance(25) ? 1 : 0;
    add("foreach: {items: [" + items + "], as: piece, max_parallel: " + number(draw(m_random, 1, 3)) + "}");
    add("http: {method: POST, url: " +
        url(made.id, "delay=" + number(upTo(25)) + "&how=503&fail=" + number(failures)) +
        ", json: " + body(", piece: \"${{ piece }}\"") + "}");
    if (failures > 0)
        add(retry(3));
    if (chance(20))
        add("total_timeout: 10m");
    m_flow.lists.insert(made.id);
    m_flow.before.emplace(made.id, made.before);
}

std::string Maker::expression()
{
    return m_values.empty() ? "input.n" : m_values.front();
}

void Maker::other(Made &made)
{
    switch (m_flow.isChild ? upTo(4) : upTo(8)) {
    case 0:
    case 1:
        add("set: {v: \"${{ " + expression() + " }}\", w: [1, \"${{ input.n }}\"]}");
        made.value = "steps." + made.id + ".output.v";
        break;
    case 2:
        add("wait: {for: " + number(draw(m_random, 1, 500)) + "ms}");
        break;
    case 3:
        add("log: {message: \"at ${{ input.n }}\"}");
        break;
    case 4:
        add("check: {enough: {value: \"${{ input.n }}\", min: " + number(upTo(2)) + "}}");
        break;
    case 5:
        add("jq: {program: \"{v: .n}\", input: " + body() + "}");
        made.value = "steps." + made.id + ".output.v";
        break;
    case 6:
        add("process: {command: [echo, \"${{ " + expression() + " }}\"]}");
        break;
    case 7:
        add("approval: {message: \"May ${{ input.n }} go on?\"}");
        m_flow.approvals.insert(made.id);
        break;
    default:
        add("wait: {event: go_" + made.id + "}");
        m_flow.events.insert("go_" + made.id);
        break;
    }
}

void Maker::subflow(Made &made)
{
    add("flow: {name: child" + number(upTo(kChildren - 1)) + ", input: {n: \"${{ input.n }}\"}}");
    made.value = "steps." + made.id + ".output.n";
    if (chance(30))
        add("on_failure: continue");
}

} // namespace

int draw(Random &random, int least, int most)
{
    // Not std::uniform_int_distribution: its numbers are another library's own business.
    return least + static_cast<int>(random() % static_cast<std::uint64_t>(most - least + 1));
}

std::vector<RandomFlow> randomFlows(std::uint64_t seed, int count)
{
    Random random(seed);
    std::vector<RandomFlow> flows;
    for (int i = 0; i < kChildren; ++i)
        flows.push_back(Maker(random, "child" + number(i), true).make());
    for (int i = 0; i < count; ++i)
        flows.push_back(Maker(random, "flow" + number(i), false).make());
    return flows;
}

} // namespace batuta::kill
