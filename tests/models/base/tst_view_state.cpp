// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/verify.h"
#include "views/models/view_state.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace batuta;
using batuta::views::ViewState;

class TestViewState : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aValueIsKept();
    void aChangeIsWrittenByItself();
    void theSameValueIsNotWrittenAgain();
    void onlyItsOwnerCanReadTheFile();
    void aBrokenFileCountsAsEmpty_data();
    void aBrokenFileCountsAsEmpty();
    void aFolderThatIsNotThereIsNoTrouble();

private:
    QString file() const { return m_folder->filePath("views.json"); }
    void write(const QByteArray &bytes) const
    {
        QFile out(file());
        QVERIFY(out.open(QFile::WriteOnly));
        out.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestViewState::aValueIsKept()
{
    {
        ViewState state(file());
        state.setValue("runs/columns", QJsonArray{"a", "b"});
        state.setValue("runs/filter", "flow=x");
        QCOMPARE(state.value("runs/filter").toString(), QString("flow=x"));
    } // the end writes it at once
    const ViewState state(file());
    QCOMPARE(state.value("runs/columns").toArray().size(), 2);
    QCOMPARE(state.value("runs/filter").toString(), QString("flow=x"));
    QVERIFY(state.value("runs/other").isUndefined());
}

void TestViewState::aChangeIsWrittenByItself()
{
    ViewState state(file());
    state.setValue("runs/filter", "flow=x");
    QVERIFY(!QFile::exists(file()));
    QTRY_VERIFY(QFile::exists(file()));
}

void TestViewState::theSameValueIsNotWrittenAgain()
{
    {
        ViewState state(file());
        state.setValue("a", 1);
    }
    QVERIFY(QFile::remove(file()));
    {
        ViewState state(file());
        state.setValue("a", 1);
        state.save();
        QVERIFY(QFile::remove(file()));
        state.setValue("a", 1);
    }
    QVERIFY(!QFile::exists(file()));
}

void TestViewState::onlyItsOwnerCanReadTheFile()
{
    ViewState state(file());
    state.setValue("a", 1);
    state.save();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(QFile::exists(file()));
    QVERIFY(!(QFile::permissions(file()) & others));
}

void TestViewState::aBrokenFileCountsAsEmpty_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"a\":");
    QTest::newRow("no object") << QByteArray("[1,2]");
    QTest::newRow("too large") << "{\"a\":\"" + QByteArray(17 * 1024 * 1024, 'x') + "\"}";
}

void TestViewState::aBrokenFileCountsAsEmpty()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    ViewState state(file());
    QVERIFY(state.value("a").isUndefined());
    state.setValue("a", 2);
    state.save();
    QCOMPARE(ViewState(file()).value("a").toInt(), 2);
}

void TestViewState::aFolderThatIsNotThereIsNoTrouble()
{
    ViewState state(m_folder->filePath("missing/views.json"));
    state.setValue("a", 1);
    state.save();
    QCOMPARE(state.value("a").toInt(), 1);
    ViewState nowhere{QString()};
    nowhere.setValue("a", 1);
    nowhere.save();
    QCOMPARE(nowhere.value("a").toInt(), 1);
}

QTEST_GUILESS_MAIN(TestViewState)
#include "tst_view_state.moc"
