// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "views/theme/theme.h"
#include "views/widgets/choice.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/preference_control.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class TestControls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }

    void segmentsAreChosenByMouseAndKeys()
    {
        Segmented choice;
        choice.add("a", "First");
        choice.add("b", "Second");
        choice.show();
        QVERIFY(QTest::qWaitForWindowActive(&choice));
        QSignalSpy chosen(&choice, &Segmented::chosen);
        QCOMPARE(choice.value(), QString("a"));
        auto *second = choice.findChild<QAbstractButton *>("b");
        QTest::mouseClick(second, Qt::LeftButton);
        QCOMPARE(choice.value(), QString("b"));
        QCOMPARE(chosen.size(), 1);
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Left);
        QCOMPARE(choice.value(), QString("a"));
        choice.setValue("b");
        QCOMPARE(choice.value(), QString("b"));
    }

    void aSwitchIsACheckBox()
    {
        Switch toggle;
        toggle.show();
        QTest::mouseClick(&toggle, Qt::LeftButton);
        QVERIFY(toggle.isChecked());
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(!toggle.isChecked());
    }

    void aLongLabelShortensItselfAndTellsTheRest()
    {
        Label label("a rather long text that has no room at all", TextStyle::Body);
        label.setElide(Qt::ElideRight);
        label.resize(60, 20);
        label.show();
        label.grab();
        QCOMPARE(label.toolTip(), label.text());
        label.resize(600, 20);
        label.grab();
        QVERIFY(label.toolTip().isEmpty());
        QVERIFY(label.minimumSizeHint().width() < 60);
    }

    void codeIsBoundedAndSaysSo()
    {
        CodeView view;
        view.setJson(json::parse(R"({"a": [1, "two"], "b": null})").value());
        QVERIFY(view.toPlainText().contains("\"two\""));
        view.setCode(QString(2'500'000, 'x'), CodeView::Language::Plain);
        QVERIFY(view.toPlainText().size() < 2'001'000);
        QVERIFY(view.toPlainText().contains("500000"));
    }

    void aPaneShowsSkeletonOnlyWhenLoadingTakesTime()
    {
        auto *content = new QWidget;
        StatePane pane(content);
        pane.show();
        pane.showContent();
        pane.showLoading();
        QVERIFY(content->isVisible()); // old data stays for 150 ms
        QTRY_VERIFY(!content->isVisible());
        pane.showLoading();
        pane.showContent();
        QVERIFY(content->isVisible());
        QAction retry("Retry");
        pane.showError("It failed", "for a reason", &retry);
        QVERIFY(!content->isVisible());
        pane.showEmpty("Nothing yet");
        QVERIFY(!content->isVisible());
    }

    void factsAreSpoken()
    {
        FactStrip strip;
        strip.setFacts({{"Duration", "24.8 s"}, {"Critical path", "24.7 s", true}});
        QCOMPARE(strip.accessibleName(), QString("Duration 24.8 s, Critical path 24.7 s"));
    }

    void aPreferenceIsShownAndSet()
    {
        QTemporaryDir folder;
        Preferences preferences(folder.filePath("a.ini"));
        PreferenceControl control(PreferenceControl::Which::Theme, preferences);
        control.show();
        QTest::mouseClick(control.findChild<QAbstractButton *>("dark"), Qt::LeftButton);
        QCOMPARE(preferences.theme(), QString("dark"));
        preferences.setTheme("light");
        QVERIFY(control.findChild<QAbstractButton *>("light")->isChecked());
        PreferenceControl::reset(PreferenceControl::Which::Theme, preferences);
        QCOMPARE(preferences.theme(), QString("system"));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
