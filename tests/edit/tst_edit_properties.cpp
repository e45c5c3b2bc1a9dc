// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/flow_text.h"
#include "engine/edit/yaml_tree.h"
#include "engine/json/json.h"
#include "tests/edit/comments.h"
#include "tests/edit/odd_flows.h"
#include "tests/edit/other_place.h"
#include "tests/support/seed.h"

#include <QDirIterator>
#include <QTest>

#include <random>

using namespace batuta;
using namespace batuta::edit;

namespace {

using Ids = std::vector<std::string>;

/// One random change of a flow: what it is, its edits, and what must hold afterwards.
struct Change
{
    std::string name;
    Result<TextEdits> edits = TextEdits();
    std::vector<Range> mayLoseComments;                 ///< of the text before
    std::optional<json::Value> wanted;                  ///< of the whole file
    std::function<std::string(const FlowText &)> wrong; ///< what does not hold, or ""
};

/// Texts that look like something else in YAML.
const std::vector<const char *> texts{"",
                                      " lead",
                                      "trail ",
                                      "a: b",
                                      "# x",
                                      "x # y",
                                      "- x",
                                      "yes",
                                      "null",
                                      "1e3",
                                      "0x10",
                                      "two\nlines\n",
                                      "a\n\n b",
                                      "\n",
                                      "tab\tx",
                                      "é ☃ 🎼",
                                      "it's",
                                      "\"d\"",
                                      "${{ steps.s0.output }}",
                                      "{x}",
                                      "[",
                                      "a, b",
                                      "---",
                                      "...",
                                      "%a",
                                      "@b",
                                      "`c",
                                      "word",
                                      "two words",
                                      "http://host:80/p?q=1#f",
                                      "a:",
                                      "*x",
                                      "&y",
                                      "!z",
                                      "|",
                                      ">",
                                      "~",
                                      "=",
                                      "<<",
                                      "\xE2\x80\xA8sep",
                                      "back\\slash",
                                      "\r\n",
                                      "  \n",
                                      "x\n ",
                                      "end\n\n"};

json::Value *at(json::Value &root, const FieldPath &path)
{
    json::Value *node = &root;
    for (const std::string &part : path) {
        if (node->isArray())
            node = &node->array()[static_cast<std::size_t>(std::stoi(part))];
        else
            node = &node->object()[part];
    }
    return node;
}

void collect(const flow::YamlNode &node, const FieldPath &path, std::vector<FieldPath> &paths)
{
    if (!path.empty())
        paths.push_back(path);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        FieldPath inner = path;
        inner.push_back(std::to_string(i));
        collect(node.items[i], inner, paths);
    }
    for (const flow::YamlNode::Member &member : node.members) {
        FieldPath inner = path;
        inner.push_back(member.key);
        collect(member.value, inner, paths);
    }
}

class Changer
{
public:
    Changer(std::mt19937 &random, const FlowText &flow)
        : m_random(random)
        , m_flow(flow)
        , m_list(pick(5) == 0 ? StepList::Finally : StepList::Steps)
        , m_ids(flow.steps(m_list))
    {
        // Who of two is meant by a name that both lists have is not said.
        const StepList other = m_list == StepList::Steps ? StepList::Finally : StepList::Steps;
        const Ids others = flow.steps(other);
        std::copy_if(m_ids.begin(), m_ids.end(), std::back_inserter(m_own), [&](const std::string &id) {
            return std::find(others.begin(), others.end(), id) == others.end();
        });
        collect(flow.root(), {}, m_paths);
    }

    Change any()
    {
        switch (pick(13)) {
        case 0:
            return add();
        case 1:
            return insert();
        case 2:
            return remove();
        case 3:
            return duplicate();
        case 4:
            return paste();
        case 5:
            return rename();
        case 6:
            return connect();
        case 7:
            return disconnect();
        case 8:
            return removeField();
        case 9:
            return setRaw();
        case 10:
            return renameKey();
        default:
            return setValue();
        }
    }

private:
    std::size_t pick(std::size_t count) { return m_random() % count; }
    std::string id() { return m_own.empty() ? "nobody" : m_own[pick(m_own.size())]; }
    std::string fresh() { return "n" + std::to_string(m_random() % 100000); }
    FieldPath path() { return m_paths[pick(m_paths.size())]; }
    json::Value root() const { return *m_flow.valueAt({}); }
    /// With what stands behind it on its last line.
    std::vector<Range> member(const FieldPath &path) const
    {
        const auto range = m_flow.memberRange(path);
        if (!range)
            return {};
        const bool isLine = range->to > 0 && m_flow.text()[range->to - 1] == '\n';
        return {{range->from,
                 isLine ? range->to : std::min(m_flow.text().find('\n', range->to), m_flow.text().size())}};
    }
    std::vector<Range> needsOfAll() const
    {
        std::vector<Range> ranges;
        for (const StepList list : {StepList::Steps, StepList::Finally})
            for (const std::string &step : m_flow.steps(list)) {
                FieldPath path = m_flow.stepPath(step);
                path.push_back("needs");
                for (const Range range : member(path))
                    ranges.push_back(range);
            }
        return ranges;
    }

    json::Value value(int depth = 0)
    {
        switch (pick(depth > 2 ? 5 : 8)) {
        case 0:
            return static_cast<std::int64_t>(m_random() % 1000) - 500;
        case 1:
            return pick(2) == 0;
        case 2:
            return pick(4) == 0 ? json::Value() : json::Value(2.5);
        case 5:
        case 6: {
            json::Array items;
            for (std::size_t i = pick(4); i > 0; --i)
                items.push_back(value(depth + 1));
            return items;
        }
        case 7: {
            json::Object members;
            for (std::size_t i = pick(4); i > 0; --i)
                members.set(pick(4) == 0 ? "odd: key " + fresh()
                                         : std::string(1, static_cast<char>('a' + pick(8))),
                            value(depth + 1));
            return members;
        }
        default:
            return texts[pick(texts.size())];
        }
    }

    /// Needs that are no list are written anew.
    std::vector<Range> brokenNeeds(const std::string &step) const
    {
        FieldPath path = m_flow.stepPath(step);
        path.push_back("needs");
        const auto needs = m_flow.valueAt(path);
        return needs && !needs->isArray() ? member(path) : std::vector<Range>{};
    }

    Change add()
    {
        NewStep step{fresh(),
                     "title: New\nset:\n  a: [1, 2]\n",
                     {},
                     m_list,
                     pick(2) == 0 || m_ids.empty() ? "" : id()};
        if (!m_ids.empty() && pick(2) == 0)
            step.needs.push_back(id());
        Ids ids = m_ids;
        const auto after = std::find(ids.begin(), ids.end(), step.after);
        ids.insert(after == ids.end() ? after : after + 1, step.id);
        return {"add " + step.id, m_flow.addStep(step), {}, {}, [=, list = m_list](const FlowText &now) {
                    return now.steps(list) != ids               ? "the order"
                           : now.needsOf(step.id) != step.needs ? "needs"
                                                                : "";
                }};
    }

    Change insert()
    {
        const std::string to = id();
        const Ids needs = m_flow.needsOf(to);
        const std::string from = needs.empty() ? "" : needs[pick(needs.size())];
        const std::string mid = fresh();
        Ids wanted = needs;
        // "" as a need stands for no step.
        if (from.empty())
            wanted.push_back(mid);
        else
            *std::find(wanted.begin(), wanted.end(), from) = mid;
        return {"insert between " + from + " and " + to,
                m_flow.insertBetween(from, to, {mid, "set: {}", {}, {}, ""}),
                brokenNeeds(to),
                {},
                [=](const FlowText &now) { return now.needsOf(to) != wanted ? "needs" : ""; }};
    }

    Change remove()
    {
        Ids ids{id()};
        if (pick(3) == 0)
            ids.push_back(id());
        std::vector<Range> ranges = needsOfAll();
        for (const std::string &gone : ids)
            for (const Range range : member(m_flow.stepPath(gone)))
                ranges.push_back(range);
        if (m_list == StepList::Finally)
            for (const Range range : member({"finally"}))
                ranges.push_back(range);
        return {"remove " + join(ids, ", "),
                m_flow.removeSteps(ids, pick(2) == 0),
                ranges,
                {},
                [=](const FlowText &now) -> std::string {
                    for (const std::string &gone : ids) {
                        if (now.hasStep(gone))
                            return gone + " is there";
                        for (const std::string &other : now.steps())
                            for (const std::string &need : now.needsOf(other))
                                if (need == gone)
                                    return "needs";
                    }
                    return "";
                }};
    }

    Change duplicate()
    {
        Ids ids{id()};
        if (pick(2) == 0)
            ids.push_back(id());
        const std::size_t count = m_ids.size() + (ids.size() == 2 && ids[0] != ids[1] ? 2 : 1);
        return {"duplicate " + join(ids, ", "),
                m_flow.duplicateSteps(ids),
                {},
                {},
                [=, list = m_list](const FlowText &now) {
                    return now.steps(list).size() != count ? "count" : "";
                }};
    }

    Change paste()
    {
        const Ids ids{id()};
        const std::string after = pick(2) == 0 ? "" : id();
        const std::size_t count = m_flow.steps().size() + m_flow.steps(StepList::Finally).size() + 1;
        return {"paste " + ids.front(),
                m_flow.pasteSteps(m_flow.copySteps(ids), after),
                {},
                {},
                [=](const FlowText &now) {
                    return now.steps().size() + now.steps(StepList::Finally).size() != count ? "count" : "";
                }};
    }

    Change rename()
    {
        const std::string old = id();
        const std::string to = fresh();
        Ids ids = m_ids;
        std::replace(ids.begin(), ids.end(), old, to);
        return {"rename " + old + " to " + to,
                m_flow.renameStep(old, to),
                {},
                {},
                [=, list = m_list](const FlowText &now) { return now.steps(list) != ids ? "names" : ""; }};
    }

    Change connect()
    {
        const std::string from = id();
        const std::string to = id();
        Ids needs = m_flow.needsOf(to);
        needs.push_back(from);
        const std::string why = m_flow.whyNotConnect(from, to);
        Change change{"connect " + from + " to " + to,
                      m_flow.connect(from, to),
                      brokenNeeds(to),
                      {},
                      [=](const FlowText &now) { return now.needsOf(to) != needs ? "needs" : ""; }};
        if (change.edits.has_value() && !why.empty())
            change.wrong = [](const FlowText &) { return "connected in spite of a reason"; };
        return change;
    }

    Change disconnect()
    {
        const std::string to = id();
        Ids needs = m_flow.needsOf(to);
        const std::string from = needs.empty() ? "nobody" : needs[pick(needs.size())];
        needs.erase(std::remove(needs.begin(), needs.end(), from), needs.end());
        return {"disconnect " + from + " from " + to,
                m_flow.disconnect(from, to),
                needsOfAll(),
                {},
                [=](const FlowText &now) { return now.needsOf(to) != needs ? "needs" : ""; }};
    }

    Change setValue()
    {
        FieldPath where = path();
        json::Value wanted = root();
        if (pick(3) == 0 && at(wanted, where)->isObject())
            where.push_back(pick(2) == 0 ? "new" : "odd: key");
        const json::Value set = value();
        *at(wanted, where) = set;
        return {"set " + join(where, "/") + " = " + json::write(set),
                m_flow.setValue(where, set),
                member(where),
                wanted,
                {}};
    }

    Change setRaw()
    {
        static const Ids snippets{"5",
                                  "a: 1\nb: [1, 2]\n",
                                  "- x\n- y: 1\n  z: 2\n",
                                  "|\n  text\n  more\n",
                                  "\"q\"",
                                  "{a: 1}",
                                  "'s' ",
                                  "# above\nk: v\n",
                                  "",
                                  ">-\n  folded\n  text\n",
                                  "{\n  a: 1,\n  b: 2\n}",
                                  "k:\n- 1\n# in\n- 2",
                                  "two\nlines",
                                  "'two\n\n lines'",
                                  "? a\n: b"};
        const FieldPath where = path();
        const std::string yaml = snippets[pick(snippets.size())];
        json::Value wanted = root();
        *at(wanted, where) = yaml.empty() ? json::Value() : toJson(*flow::readYaml(yaml + "\n", "").root);
        return {
            "set " + join(where, "/") + " as " + yaml, m_flow.setRaw(where, yaml), member(where), wanted, {}};
    }

    Change removeField()
    {
        FieldPath where = path();
        const Result<TextEdits> edits = m_flow.removeField(where);
        json::Value wanted = root();
        const std::string name = "remove " + join(where, "/");
        // What it leaves empty goes too, except a step.
        while (where.size() > 1) {
            const FieldPath outer(where.begin(), where.end() - 1);
            const json::Value &box = *at(wanted, outer);
            const bool isStep = outer.size() == 2 && (outer[0] == "steps" || outer[0] == "finally");
            if (isStep || box.asArray().size() + box.asObject().size() != 1)
                break;
            where = outer;
        }
        json::Value &box = *at(wanted, {where.begin(), where.end() - 1});
        if (box.isArray())
            box.array().erase(box.array().begin() + std::stoi(where.back()));
        else
            box.object().erase(where.back());
        return {name, edits, member(where), wanted, {}};
    }

    Change renameKey()
    {
        const FieldPath where = path();
        json::Value wanted = root();
        json::Value &box = *at(wanted, {where.begin(), where.end() - 1});
        if (box.isObject()) {
            const json::Value value = box[where.back()];
            box.object().erase(where.back());
            box.object().set("renamed: key", value);
        }
        return {"rename key " + join(where, "/"), m_flow.renameKey(where, "renamed: key"), {}, wanted, {}};
    }

    std::mt19937 &m_random;
    const FlowText &m_flow;
    StepList m_list;
    Ids m_ids;
    Ids m_own;
    std::vector<FieldPath> m_paths;
};

/// What is wrong with the text after the change, or "".
std::string wrongWith(const Change &change, const std::string &before, const std::string &after)
{
    const flow::YamlReading yaml = flow::readYaml(after, "flow.yaml");
    if (!yaml.root)
        return "the flow's reader refuses it: " + errorText(yaml.errors.front());
    const Result<TreeNode> tree = readTree(after, "flow.yaml");
    if (!tree || !saysTheSame(*tree, *yaml.root))
        return "the two readers disagree";
    if (test::hasSwallowedComment(*tree))
        return "a comment became text";
    const Result<FlowText> flow = FlowText::read(after, "flow.yaml");
    if (!flow)
        return errorText(flow.error());
    if (const std::string other = test::otherPlace(*yaml.root, flow->root()); !other.empty())
        return other;
    if (change.wanted && !(toJson(*yaml.root) == *change.wanted))
        return "it says " + json::write(toJson(*yaml.root)) + "\n and not " + json::write(*change.wanted);
    if (change.wrong)
        if (const std::string wrong = change.wrong(*flow); !wrong.empty())
            return wrong;
    const std::string lost = test::lostComment(before, after, change.mayLoseComments);
    return lost.empty() ? "" : "lost or moved: " + lost;
}

/// Random changes, then all of them undone. What was wrong, or "".
std::string played(std::mt19937 &random, const std::string &original, int changes, int &done)
{
    std::string text = original;
    std::vector<TextEdits> undo;
    for (int i = 0; i < changes; ++i) {
        const Result<FlowText> flow = FlowText::read(text, "flow.yaml");
        if (!flow)
            return errorText(flow.error()) + "\n" + text;
        if (flow->root().members.empty())
            break; // nothing is left
        const Change change = Changer(random, *flow).any();
        const std::string told = change.name + "\n--- before\n" + text;
        if (!change.edits) {
            if (change.edits.error().code == ErrorCode::Internal)
                return errorText(change.edits.error()) + "\n" + told;
            continue;
        }
        const std::string after = applied(text, *change.edits);
        if (const std::string wrong = wrongWith(change, text, after); !wrong.empty())
            return wrong + "\n" + told + "\n--- after\n" + after;
        undo.push_back(inverseOf(text, *change.edits));
        text = after;
        ++done;
    }
    for (auto edits = undo.rbegin(); edits != undo.rend(); ++edits)
        text = applied(text, *edits);
    return text == original ? "" : "undoing all does not lead back";
}

} // namespace

class TestEditProperties : public QObject
{
    Q_OBJECT

private slots:
    void shippedFlowsSurviveEverything_data();
    void shippedFlowsSurviveEverything();
    void oddFlowsSurviveEverything();
    void bytesOfAnyKindAreReadOrRefused();
};

void TestEditProperties::shippedFlowsSurviveEverything_data()
{
    QTest::addColumn<QString>("file");
    for (const char *folder : {"/flows", "/resources/samples", "/resources/templates"}) {
        QDirIterator walk(QString(BATUTA_SOURCE_DIR) + folder, {"*.yaml"}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            QTest::newRow(qPrintable(walk.fileName())) << file;
        }
    }
}

void TestEditProperties::shippedFlowsSurviveEverything()
{
    QFETCH(QString, file);
    const unsigned start = test::seed();
    std::mt19937 random(start);
    const Result<std::string> text = readFile(file.toStdString(), 1 << 20);
    QVERIFY(text.has_value());
    int done = 0;
    const std::string wrong = played(random, *text, 30, done);
    QVERIFY2(wrong.empty(), qPrintable(QString("seed %1: %2").arg(start).arg(QString::fromStdString(wrong))));
    QVERIFY(done > 0);
}

void TestEditProperties::oddFlowsSurviveEverything()
{
    constexpr int kFlows = 200;
    const unsigned start = test::seed();
    int done = 0;
    for (unsigned i = 0; i < kFlows; ++i) {
        std::mt19937 random(start + i);
        const std::string wrong = played(random, test::oddFlow(random), 12, done);
        QVERIFY2(wrong.empty(),
                 qPrintable(QString("seed %1: %2").arg(start + i).arg(QString::fromStdString(wrong))));
    }
    qInfo("%d changes of %d flows, first seed %u", done, kFlows, start);
    QVERIFY(done > kFlows * 4);
}

void TestEditProperties::bytesOfAnyKindAreReadOrRefused()
{
    const unsigned start = test::seed();
    std::mt19937 random(start);
    static const std::string alphabet = "ab:- \n#{}[],&*!|>'\"?%@\t\r.<=~0\xC3\xA9\xEF\xBB\xBF\x01";
    int readable = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string text = i % 2 == 0 ? "" : test::oddFlow(random);
        if (text.empty())
            for (std::size_t length = random() % 60; length > 0; --length)
                text += alphabet[random() % alphabet.size()];
        else
            for (int changes = 1 + static_cast<int>(random() % 4); changes > 0; --changes)
                text[random() % text.size()] = alphabet[random() % alphabet.size()];
        const Result<FlowText> flow = FlowText::read(text, "flow.yaml");
        if (!flow)
            continue;
        ++readable;
        for (std::size_t place = 0; place <= text.size(); place += 7) {
            const FieldPath path = flow->pathAt(place);
            QVERIFY2(path.empty() || flow->memberRange(path)->contains(place), text.c_str());
            const auto value = flow->valueRange(path);
            QVERIFY2(value && value->from <= value->to && value->to <= text.size(), text.c_str());
        }
        // Any change is refused or leaves a text that can be read.
        const Result<TextEdits> edits = flow->setValue({"steps", "new", "set"}, json::Object{{"a", 1}});
        QVERIFY2(!edits || FlowText::read(applied(text, *edits), ""), text.c_str());
    }
    QVERIFY(readable > 100);
}

QTEST_GUILESS_MAIN(TestEditProperties)
#include "tst_edit_properties.moc"
