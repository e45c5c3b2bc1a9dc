// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/keys.h"
#include "tests/editor/inspector_house.h"
#include "tests/editor/whole_flow.h"
#include "views/pages/editor/inspector/field_words.h"
#include "views/pages/editor/inspector/flow_schema.h"
#include "views/pages/editor/inspector/form_parts.h"
#include "views/pages/editor/inspector/free_box.h"
#include "views/pages/editor/inspector/items_box.h"
#include "views/pages/editor/inspector/list_boxes.h"
#include "views/widgets/choice.h"

#include <QComboBox>
#include <QRadioButton>

#include <algorithm>
#include <map>

using namespace batuta;
using namespace batuta::views;
using edit::FieldPath;
using tests::kWholeFlow;

namespace {

/// Where the keys of a table stand in kWholeFlow.
const std::map<std::string_view, FieldPath> &places()
{
    static const std::map<std::string_view, FieldPath> all{
        {"flow", {}},
        {"title", {"title"}},
        {"idempotency", {"idempotency"}},
        {"defaults", {"defaults"}},
        {"step", {"steps", "http"}},
        {"compensate", {"steps", "http", "compensate"}},
        {"skip", {"steps", "http", "skip", "0"}},
        {"retry", {"steps", "http", "retry"}},
        {"backoff", {"steps", "http", "retry", "backoff"}},
        {"breaker", {"steps", "http", "breaker"}},
        {"rate_limit", {"steps", "http", "rate_limit"}},
        {"foreach", {"steps", "http", "foreach"}},
        {"http", {"steps", "http", "http"}},
        {"auth", {"steps", "http", "http", "auth"}},
        {"wait", {"steps", "wait", "wait"}},
        {"subflow", {"steps", "flow", "flow"}},
        {"log", {"steps", "log", "log"}},
        {"gate", {"steps", "check", "check", "gate"}},
        {"process", {"steps", "process", "process"}},
        {"approval", {"steps", "approval", "approval"}},
        {"asked_traffic", {"steps", "approval", "approval", "traffic"}},
        {"jq", {"steps", "jq", "jq"}},
        {"webhook", {"steps", "webhook", "webhook"}},
        {"slack", {"steps", "slack", "slack"}},
        {"notify", {"steps", "notify", "notify"}},
        {"cloud_run", {"steps", "cloud_run", "cloud_run"}},
        {"schedule_trigger", {"triggers", "0", "schedule"}},
        {"webhook_trigger", {"triggers", "1", "webhook"}},
        {"message_trigger", {"triggers", "2", "message"}},
        {"concurrency", {"concurrency"}},
    };
    return all;
}

FieldPath below(FieldPath path, std::string_view key)
{
    path.emplace_back(key);
    return path;
}

QByteArray dotted(const FieldPath &path)
{
    QByteArray text;
    for (const std::string &part : path)
        text += (text.isEmpty() ? "" : ".") + QByteArray::fromStdString(part);
    return text;
}

/// Does with the field what a person would: types, chooses, adds.
void operate(FieldBox *box, FieldType type)
{
    if (auto *line = qobject_cast<QLineEdit *>(box->control()); line && qobject_cast<LineBox *>(box)) {
        line->selectAll();
        QTest::keyClicks(line, type == FieldType::Integer || type == FieldType::Number ? "7" : "7s");
    } else if (auto *expression = qobject_cast<ExpressionBox *>(box)) {
        expression->edit()->selectAll();
        QTest::keyClicks(expression->edit(), "input.user_id");
    } else if (auto *segments = qobject_cast<Segmented *>(box->control())) {
        for (QRadioButton *one : segments->findChildren<QRadioButton *>())
            if (!one->isChecked()) {
                one->click();
                break;
            }
    } else if (auto *list = qobject_cast<QComboBox *>(box->control());
               list && qobject_cast<ChoiceBox *>(box)) {
        QTest::keyClick(list, Qt::Key_End);
    } else if (auto *toggle = qobject_cast<Switch *>(box->control())) {
        toggle->click();
    } else if (auto *chips = qobject_cast<ChipsBox *>(box)) {
        QTest::keyClicks(chips->control(), "set");
        QTest::keyClick(chips->control(), Qt::Key_Return);
    } else if (auto *rows = qobject_cast<RowsBox *>(box)) {
        auto *first = qobject_cast<ExpressionEdit *>(rows->control());
        QTest::keyClicks(first, "x");
    } else if (auto *items = qobject_cast<ItemsBox *>(box)) {
        items->addItem("schedule");
    } else if (auto *free = qobject_cast<FreeBox *>(box)) {
        free->setForm(FreeBox::Form::Yaml);
        auto *yaml = qobject_cast<YamlBox *>(free->inside());
        yaml->edit()->setFocus();
        yaml->edit()->selectAll();
        QTest::keyClicks(yaml->edit(), "{k: 1}");
    } else {
        auto *name = qobject_cast<QLineEdit *>(box->control()); // a map, or the table of the input
        QTest::keyClicks(name, "fresh");
        QTest::keyClick(name, Qt::Key_Return);
    }
}

} // namespace

/// Nothing that the format can say is out of the inspector's reach: every key of every table has a field, and
/// the field changes the file, and undo takes it back to the byte.
class TestInspectorReach : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyKeyHasAField_data();
    void everyKeyHasAField();
    void everyFieldChangesTheText_data() { everyKeyHasAField_data(); }
    void everyFieldChangesTheText();
    void everyKindCanBeChosen_data();
    void everyKindCanBeChosen();
    void showsKeysThatNobodyKnows();
    void translatesEveryDescription();
    void aStarMeansThatTheFileWouldNotBeValid();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestInspectorReach::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->install();
}

void TestInspectorReach::everyKeyHasAField_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("key");
    for (const flow::KeyTable *table : flow::keys::ofFlowFiles()) {
        const std::string name(table->name);
        if (name == "kinds" || name == "trigger")
            continue; // of these one is chosen: see everyKindCanBeChosen, and the tables of the triggers
        QVERIFY2(places().contains(name), name.c_str());
        for (const flow::Key &key : table->keys)
            if (key.supported)
                QTest::addRow("%s.%s", name.c_str(), std::string(key.name).c_str())
                    << QByteArray::fromStdString(name) << QByteArray::fromStdString(std::string(key.name));
    }
}

void TestInspectorReach::everyKeyHasAField()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, key);
    tests::InspectorHouse house(kWholeFlow, *m_theme);
    const FieldPath path = below(places().at(table.toStdString()), key.toStdString());
    QVERIFY(house.isReady());
    QVERIFY2(house.inspector->focusField(path), dotted(path).constData());
    const FlowSchema::Found found = FlowSchema::shipped().find(path);
    QVERIFY(found.field && found.depth == path.size());
    if (found.field->type == FieldType::Section) { // it is its fields
        for (const FieldModel &field : found.field->fields)
            if (field.type != FieldType::Section && field.isSupported &&
                !FlowSchema::shipped().isKind(field.key))
                QVERIFY2(house.field(below(path, field.key)), dotted(below(path, field.key)).constData());
        return;
    }
    FieldBox *box = house.field(path);
    QVERIFY2(box, dotted(path).constData());
    const FieldPath own = box->path();
    QVERIFY(std::equal(own.rbegin(), own.rend(), path.rbegin()));
    QVERIFY(box->isVisible());
    QVERIFY2(!box->control()->accessibleName().isEmpty(), dotted(path).constData());
    QVERIFY(house.inspector->isAncestorOf(QApplication::focusWidget()));
}

void TestInspectorReach::everyFieldChangesTheText()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, key);
    tests::InspectorHouse house(kWholeFlow, *m_theme);
    const FieldPath path = below(places().at(table.toStdString()), key.toStdString());
    QVERIFY(house.isReady());
    house.inspector->focusField(path);
    FieldBox *box = house.field(path);
    const FieldType type = FlowSchema::shipped().find(path).field->type;
    const bool isTold = path.size() == 1 && (path[0] == "name" || path[0] == "batuta" || path[0] == "steps" ||
                                             path[0] == "finally");
    if (type == FieldType::Section || isTold)
        return; // fields of their own; or shown, and changed elsewhere
    const json::Value before = house.value(path);
    operate(box, type);
    QVERIFY2(house.text().toStdString() != kWholeFlow, dotted(path).constData());
    QVERIFY2(house.value(path) != before, dotted(path).constData());
    const QString changed = house.text();
    const int steps = house.document.undoStack().count();
    QVERIFY2(steps == 1, qPrintable(QString::number(steps)));
    house.undoAll();
    QCOMPARE(house.document.text(), kWholeFlow);
    house.document.undoStack().redo();
    QCOMPARE(house.text(), changed);
}

void TestInspectorReach::everyKindCanBeChosen_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const flow::Key &kind : flow::keys::kinds().keys)
        if (kind.supported)
            QTest::addRow("%s", std::string(kind.name).c_str())
                << QByteArray::fromStdString(std::string(kind.name));
}

void TestInspectorReach::everyKindCanBeChosen()
{
    QFETCH(QByteArray, kind);
    const std::string from = kind == "set" ? "jq: {program: .a}" : "set: {a: 1}";
    const std::string before =
        "batuta: 1\nname: shop\nsteps:\n  a:\n    title: A # kept\n    " + from + "\n    timeout: 5s\n";
    tests::InspectorHouse house(before, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"a"});
    auto *list = house.inspector->findChild<KindChooser *>()->list();
    list->setFocus();
    list->setCurrentIndex(list->findData(QString(kind)));
    emit list->activated(list->currentIndex());
    QVERIFY2(house.document.flowText()->valueAt({"steps", "a", kind.toStdString()}),
             house.document.text().c_str());
    QCOMPARE(house.value({"steps", "a"}).asObject().size(), std::size_t{3});
    QVERIFY(house.text().contains("title: A # kept"));
    QTRY_VERIFY(!house.document.isChecking());
    house.undoAll();
    QCOMPARE(house.document.text(), before);
}

void TestInspectorReach::showsKeysThatNobodyKnows()
{
    const std::string before = "batuta: 1\nname: shop\nx-owner: me\nsteps:\n"
                               "  a:\n    http: {url: x, x-trace: on}\n    message: {queue: q}\n";
    tests::InspectorHouse house(before, *m_theme);
    QVERIFY(house.isReady());
    for (const FieldPath &path : {FieldPath{"x-owner"}, FieldPath{"steps", "a", "http", "x-trace"},
                                  FieldPath{"steps", "a", "message"}}) {
        QVERIFY2(house.inspector->focusField(path), dotted(path).constData());
        auto *box = qobject_cast<YamlBox *>(house.field(path));
        QVERIFY2(box, dotted(path).constData());
        box->edit()->selectAll();
        QTest::keyClicks(box->edit(), "[1, 2]");
        QCOMPARE(house.value(path), json::Value(json::Array{1, 2}));
        house.undoAll();
        QCOMPARE(house.document.text(), before);
    }
}

void TestInspectorReach::translatesEveryDescription()
{
    QStringList named, used;
    for (const char *text : schemaTexts())
        named << text;
    const auto collect = [&](const auto &self, const std::vector<FieldModel> &fields) -> void {
        for (const FieldModel &field : fields) {
            if (!field.description.empty())
                used << QString::fromStdString(field.description);
            self(self, field.fields);
        }
    };
    collect(collect, FlowSchema::shipped().flow().fields);
    collect(collect, FlowSchema::shipped().step().fields);
    for (const QString &text : used)
        QVERIFY2(named.contains(text), qPrintable(text));
}

/// A title is nobody's duty: it goes with its last word. What a kind needs stays, also when it is written
/// short.
void TestInspectorReach::aStarMeansThatTheFileWouldNotBeValid()
{
    const std::string flow = "batuta: 1\nname: shop\nsteps:\n  one: {title: One, http: {url: 'http://a'}}\n"
                             "  two: {log: hi}\n";
    tests::InspectorHouse house(flow, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"one"});
    const auto hasStar = [&house](const FieldPath &path) {
        return house.control(path)->accessibleName().endsWith(", required");
    };
    QVERIFY(hasStar({"steps", "one", "http", "url"}));
    QVERIFY(!hasStar({"steps", "one", "title", "en"}));
    auto *label = qobject_cast<QLineEdit *>(house.control({"steps", "one", "title", "en"}));
    label->selectAll();
    QTest::keyClick(label, Qt::Key_Delete);
    QVERIFY2(!house.text().contains("title"), house.document.text().c_str());
    QTest::keyClicks(label, "Uno");
    QVERIFY2(house.text().contains("one: {title: Uno, http:"), house.document.text().c_str());
    QTest::keyClicks(house.control({"steps", "one", "title", "pt_BR"}), "Um");
    label->selectAll();
    QTest::keyClick(label, Qt::Key_Delete);
    QCOMPARE(house.value({"steps", "one", "title", "en"}), json::Value("")); // the other stands beside it
    house.undoAll();
    QCOMPARE(house.document.text(), flow);
    house.document.select({"two"});
    QVERIFY(hasStar({"steps", "two", "log", "message"}));
    auto *message = qobject_cast<ExpressionBox *>(house.field({"steps", "two", "log", "message"}));
    message->edit()->setFocus();
    message->edit()->selectAll();
    QTest::keyClick(message->edit(), Qt::Key_Delete);
    QCOMPARE(house.value({"steps", "two", "log"}), json::Value(""));
}

QTEST_MAIN(TestInspectorReach)
#include "tst_inspector_reach.moc"
