// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/verify.h"
#include "views/models/preferences.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace batuta;
using batuta::views::Preferences;

class TestPreferences : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void withoutAFileEverythingHasADefault();
    void aChoiceIsKept();
    void theSameChoiceIsNoChange();
    void nonsenseInTheFileCountsAsNoChoice();
    void otherValuesAreKeptToo();

private:
    QString file() const { return m_folder->filePath("folder/console.ini"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPreferences::withoutAFileEverythingHasADefault()
{
    const Preferences preferences(file());
    QCOMPARE(preferences.theme(), QString("system"));
    QVERIFY(preferences.language() == "en" || preferences.language() == "pt_BR");
    QCOMPARE(preferences.textScale(), 1.0);
    QCOMPARE(preferences.rowHeight(), 26);
    QVERIFY(!preferences.reducedMotion());
    QVERIFY(preferences.patterns());
    QVERIFY(!preferences.utc());
    QVERIFY(!QFile::exists(file()));
}

void TestPreferences::aChoiceIsKept()
{
    {
        Preferences preferences(file());
        preferences.setTheme("dark");
        preferences.setLanguage("pt_BR");
        preferences.setTextScale(1.3);
        preferences.setRowHeight(32);
        preferences.setReducedMotion(true);
        preferences.setPatterns(false);
        preferences.setUtc(true);
        QCOMPARE(preferences.theme(), QString("dark"));
    }
    const Preferences preferences(file());
    QCOMPARE(preferences.theme(), QString("dark"));
    QCOMPARE(preferences.language(), QString("pt_BR"));
    QCOMPARE(preferences.textScale(), 1.3);
    QCOMPARE(preferences.rowHeight(), 32);
    QVERIFY(preferences.reducedMotion());
    QVERIFY(!preferences.patterns());
    QVERIFY(preferences.utc());
}

void TestPreferences::theSameChoiceIsNoChange()
{
    Preferences preferences(file());
    QSignalSpy changes(&preferences, &Preferences::changed);
    preferences.setTheme("light");
    preferences.setTheme("light");
    preferences.setRowHeight(32);
    preferences.setRowHeight(32);
    QCOMPARE(changes.count(), 2);
}

void TestPreferences::nonsenseInTheFileCountsAsNoChoice()
{
    Preferences preferences(file());
    preferences.setValue("look/theme", "plaid");
    preferences.setValue("look/text_scale", 40);
    preferences.setValue("look/row_height", "tall");
    preferences.setValue("look/language", "tlh");
    QCOMPARE(preferences.theme(), QString("system"));
    QCOMPARE(preferences.textScale(), 1.0);
    QCOMPARE(preferences.rowHeight(), 26);
    QVERIFY(preferences.language() == "en" || preferences.language() == "pt_BR");
}

void TestPreferences::otherValuesAreKeptToo()
{
    {
        Preferences preferences(file());
        preferences.setValue("window/size", QSize(1440, 900));
    }
    const Preferences preferences(file());
    QCOMPARE(preferences.value("window/size").toSize(), QSize(1440, 900));
    QCOMPARE(preferences.value("window/other", 7).toInt(), 7);
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
