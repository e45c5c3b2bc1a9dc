// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/templates.h"
#include "engine/flow/reader.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using namespace batuta::edit;
using test::shown;

class TestTemplates : public QObject
{
    Q_OBJECT

private slots:
    void isAValidFlow_data();
    void isAValidFlow();
    void isRefused_data();
    void isRefused();
};

void TestTemplates::isAValidFlow_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const FlowTemplate &each : flowTemplates())
        QTest::newRow(std::string(each.id).c_str()) << QByteArray::fromStdString(std::string(each.id));
}

void TestTemplates::isAValidFlow()
{
    QFETCH(QByteArray, id);
    const auto text = newFlowText(
        {std::string(templateText(id.toStdString())), "my_flow", "my_system", {"My: flow", "Meu fluxo"}});
    BATUTA_VERIFY_OK(text);
    QVERIFY(text->find("SPDX") == std::string::npos);
    const flow::FlowReading reading = flow::readFlow(*text, "my_flow.yaml");
    if (id == "empty") { // its steps are still to come
        QCOMPARE(reading.errors.size(), std::size_t{1});
        QCOMPARE(shown(reading.errors[0].subject), "steps");
        return;
    }
    for (const Error &error : reading.errors)
        qWarning("%s", errorText(error).c_str());
    QVERIFY(reading.flow);
    QCOMPARE(shown(reading.flow->name.value), "my_flow");
    QCOMPARE(shown(reading.flow->title.en), "My: flow");
    QCOMPARE(shown(reading.flow->title.ptBr), "Meu fluxo");
    QCOMPARE(shown(std::string(reading.flow->label("system"))), "my_system");
}

void TestTemplates::isRefused_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("system");
    QTest::newRow("no text") << QByteArray("nothing") << QByteArray("a") << QByteArray("b");
    QTest::newRow("a name with a blank") << QByteArray("empty") << QByteArray("a b") << QByteArray("b");
    QTest::newRow("a system that leads away") << QByteArray("empty") << QByteArray("a") << QByteArray("../b");
}

void TestTemplates::isRefused()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, system);
    QVERIFY(!newFlowText(
        {std::string(templateText(id.toStdString())), name.toStdString(), system.toStdString(), {}}));
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
