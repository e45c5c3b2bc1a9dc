// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/library.h"
#include "tests/flow/error_list.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::flow;

namespace {

/// A workspace in a folder of its own.
class Workspace
{
public:
    void write(const QString &path, const QByteArray &text) const
    {
        const QString file = m_folder.filePath("flows/" + path);
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
    }

    void writeFlow(const QString &path, const QByteArray &name, const QByteArray &callee = {}) const
    {
        write(path, "batuta: 1\nname: " + name + "\nsteps:\n  a: " +
                        (callee.isEmpty() ? QByteArray("{log: hi}") : "{flow: {name: " + callee + "}}") +
                        "\n");
    }

    Library load() const { return loadLibrary(m_folder.path().toStdString()); }

private:
    QTemporaryDir m_folder;
};

QString namesOf(const Library &library)
{
    QString names;
    for (const auto &entry : library.flows)
        names += QString::fromStdString(entry.first) + " ";
    return names;
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT

private slots:
    void readsAllFlowsOfAWorkspace();
    void leavesBrokenFilesOut();
    void refusesANameUsedTwice();
    void refusesSubflowsThatNobodyKnows();
    void refusesAnUndoThatNobodyKnows();
    void refusesSubflowsInACircle();
    void refusesRoutesToNowhere();
    void keepsRoutesToABrokenFlow();
    void reportsAMissingFolder();
};

void TestLibrary::readsAllFlowsOfAWorkspace()
{
    Workspace workspace;
    workspace.writeFlow("shop/order.yaml", "order", "pay");
    workspace.writeFlow("bank/pay.yml", "pay");
    workspace.write("shop/routes.yaml", "batuta: 1\ndefault: order\n");
    workspace.write("shop/env-vars-template.yaml", "KEY: value\n");
    workspace.write("shop/order.layout.json", "{}");
    workspace.write("shop/.hidden.yaml", "nonsense");
    const Library library = workspace.load();
    QCOMPARE(test::listed(library.errors), QString());
    QCOMPARE(namesOf(library), QString("order pay "));
    QVERIFY(library.find(FlowName("order")) && !library.find(FlowName("other")));
    QCOMPARE(library.routesOf(*library.find(FlowName("order")))->system, std::string("shop"));
    QVERIFY(!library.routesOf(*library.find(FlowName("pay"))));
}

void TestLibrary::leavesBrokenFilesOut()
{
    Workspace workspace;
    workspace.writeFlow("shop/good.yaml", "good");
    workspace.write("shop/bad.yaml", "batuta: 1\nname: bad\n");
    const Library library = workspace.load();
    QCOMPARE(test::listed(library.errors), QString("flow.missing_key 1:1\n"));
    QCOMPARE(namesOf(library), QString("good "));
}

void TestLibrary::refusesANameUsedTwice()
{
    Workspace workspace;
    workspace.writeFlow("a/one.yaml", "same");
    workspace.writeFlow("b/two.yaml", "same");
    const Library library = workspace.load();
    QCOMPARE(test::listed(library.errors), QString("flow.duplicate 2:7 same\n"));
    QVERIFY(library.errors[0].place.file.find("b/two.yaml") != std::string::npos);
    QVERIFY(library.errors[0].detail.find("a/one.yaml:2:7") != std::string::npos);
}

void TestLibrary::refusesSubflowsThatNobodyKnows()
{
    Workspace workspace;
    workspace.writeFlow("a/top.yaml", "top", "middle");
    workspace.writeFlow("a/middle.yaml", "middle", "botom");
    workspace.writeFlow("a/bottom.yaml", "bottom");
    const Library library = workspace.load();
    QCOMPARE(test::listed(library.errors), QString("flow.unknown 4:20 middle\nflow.unknown 4:20 top\n"));
    QCOMPARE(library.errors[0].mend, std::string("Did you mean `bottom`?"));
    QCOMPARE(namesOf(library), QString("bottom "));
}

void TestLibrary::refusesAnUndoThatNobodyKnows()
{
    Workspace workspace;
    workspace.write("a/pay.yaml", "batuta: 1\nname: pay\nsteps:\n"
                                  "  a: {log: hi, compensate: {flow: {name: refund}}}\n");
    const Library library = workspace.load();
    QCOMPARE(test::listed(library.errors), QString("flow.unknown 4:42 pay\n"));
    QCOMPARE(namesOf(library), QString());
}

void TestLibrary::refusesSubflowsInACircle()
{
    Workspace workspace;
    workspace.writeFlow("a/one.yaml", "one", "two");
    workspace.writeFlow("a/two.yaml", "two", "three");
    workspace.writeFlow("a/three.yaml", "three", "one");
    workspace.writeFlow("a/self.yaml", "self", "self");
    workspace.writeFlow("a/outside.yaml", "outside", "one");
    const Library library = workspace.load();
    QCOMPARE(test::listed(library.errors),
             QString("flow.cycle 4:20 one\nflow.cycle 4:20 self\nflow.cycle 4:20 three\n"
                     "flow.cycle 4:20 two\nflow.unknown 4:20 outside\n"));
    QCOMPARE(QString::fromStdString(library.errors[0].detail), QString("one → two → three → one"));
    QCOMPARE(QString::fromStdString(library.errors[1].detail), QString("self → self"));
    QCOMPARE(namesOf(library), QString());
}

void TestLibrary::refusesRoutesToNowhere()
{
    Workspace workspace;
    workspace.writeFlow("a/order.yaml", "order");
    workspace.write("a/routes.yaml", "batuta: 1\ndefault: oder\nroutes: [{if: input.x, flow: none_such}]\n");
    const Library library = workspace.load();
    QCOMPARE(test::listed(library.errors),
             QString("flow.unknown 2:10 default\nflow.unknown 3:30 routes[0].flow\n"));
    QCOMPARE(library.errors[0].mend, std::string("Did you mean `order`?"));
    QVERIFY(library.routes.empty());
}

void TestLibrary::keepsRoutesToABrokenFlow()
{
    Workspace workspace;
    workspace.write("a/order.yaml", "batuta: 1\n");
    workspace.writeFlow("a/other.yaml", "other");
    workspace.write("a/routes.yaml", "batuta: 1\ndefault: order\nroutes: [{if: input.x, flow: other}]\n");
    const Library library = workspace.load();
    QCOMPARE(library.routes.size(), std::size_t{1});
    QCOMPARE(library.errors.back().code, ErrorCode::FlowUnknown);
}

void TestLibrary::reportsAMissingFolder()
{
    const Library library = loadLibrary("/nowhere/at/all");
    QCOMPARE(library.errors.size(), std::size_t{1});
    QCOMPARE(library.errors[0].code, ErrorCode::FileUnreadable);
}

QTEST_APPLESS_MAIN(TestLibrary)
#include "tst_library.moc"
