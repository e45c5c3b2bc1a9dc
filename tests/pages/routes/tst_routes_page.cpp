// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The routes of a system as a person edits and tries them, on a real engine.
#include "tests/support/shell_house.h"
#include "views/pages/routes/route_line.h"
#include "views/pages/routes/routes_page.h"
#include "views/widgets/code_view.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr int kPatience = 20'000;

} // namespace

class TstRoutesPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_shell.reset(); }
    void init();
    void aPayloadShowsItsRuleItsFlowAndItsSteps();
    void aRuleIsAddedMovedAndTakenBack();
    void theSavedRulesRoute();
    void nothingIsCutInTheSmallestWindow();

private:
    RoutesPage *page() const { return m_shell->shell->findChild<RoutesPage *>(); }
    CodeView *payload() const { return page()->findChild<CodeView *>("payload"); }
    QListWidget *steps() const { return page()->findChild<QListWidget *>("steps"); }
    QList<RouteLine *> lines() const { return page()->findChildren<RouteLine *>(); }
    bool says(const QString &sentence) const;
    void trigger(const char *command);

    std::unique_ptr<tests::ShellHouse> m_shell;
};

void TstRoutesPage::initTestCase()
{
    m_shell = std::make_unique<tests::ShellHouse>();
    QVERIFY(m_shell->start());
}

void TstRoutesPage::init()
{
    m_shell->shell->open({"routes", "ml_orchestrator", {}});
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->document() && lines().size() == 5, kPatience);
    payload()->setPlainText("{}");
    QTRY_VERIFY_WITH_TIMEOUT(says("No rule is true: the default first_login runs."), kPatience);
}

bool TstRoutesPage::says(const QString &sentence) const
{
    const auto labels = page()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisible() && label->text() == sentence; });
}

void TstRoutesPage::trigger(const char *command)
{
    m_shell->house.commands.update();
    QAction *action = m_shell->house.commands.action(command);
    QVERIFY2(action && action->isEnabled(), command);
    action->trigger();
}

void TstRoutesPage::aPayloadShowsItsRuleItsFlowAndItsSteps()
{
    payload()->setPlainText(R"({"user_id": "u", "session_id": "s", "create_user_embedding": true,
                                "process_vacancy_orchestrator": false})");
    QTRY_VERIFY(says("update_profile runs, by the rule input.create_user_embedding."));
    QStringList all;
    for (int row = 0; row < steps()->count(); ++row)
        all << steps()->item(row)->text();
    QVERIFY2(all.contains("create_embeddings: runs"), qPrintable(all.join('\n')));
    const auto filtered = all.filter("suggest_course_vacancy: filtered");
    QCOMPARE(filtered.size(), qsizetype{1});
    payload()->setPlainText(R"({"process_only_vacancy_course": true, "create_user_embedding": true})");
    QTRY_VERIFY(says("course_to_vacancy runs, by the rule input.process_only_vacancy_course."));
    QVERIFY(says("Also true, and without a say: create_user_embedding"));
    payload()->setPlainText("{\"a\":");
    QTRY_COMPARE(steps()->count(), 0); // and it says what is wrong
}

void TstRoutesPage::aRuleIsAddedMovedAndTakenBack()
{
    const std::string before = page()->document()->text();
    trigger("routes.add");
    QCOMPARE(lines().size(), qsizetype{6});
    QLineEdit *condition = lines().last()->condition();
    condition->setFocus();
    condition->selectAll();
    QTest::keyClicks(condition, "input.vacancy_id == 'v9'");
    QTest::keyClick(condition, Qt::Key_Return);
    payload()->setPlainText(R"({"vacancy_id": "v9", "create_user_embedding": true})");
    QTRY_VERIFY(says("update_profile runs, by the rule input.create_user_embedding."));
    QTest::keyClick(lines().last()->condition(), Qt::Key_Up, Qt::AltModifier);
    QTRY_VERIFY(says("first_login runs, by the rule input.vacancy_id == 'v9'.")); // tried as on the screen
    while (page()->document()->undoStack().canUndo())
        trigger("routes.undo");
    QCOMPARE(page()->document()->text(), before);
    QTRY_COMPARE(lines().size(), qsizetype{5}); // what was removed goes with the next event
}

void TstRoutesPage::theSavedRulesRoute()
{
    trigger("routes.add");
    QLineEdit *condition = lines().last()->condition();
    condition->setText("input.vacancy_id == 'v9'");
    QTest::keyClick(condition, Qt::Key_Return);
    trigger("routes.save");
    QTRY_VERIFY(!page()->document()->isChanged());
    QFile file(m_shell->house.folder() + "/flows/ml_orchestrator/routes.yaml");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), page()->document()->text());
    trigger("routes.undo");
    while (page()->document()->undoStack().canUndo())
        trigger("routes.undo");
    trigger("routes.save");
    QTRY_VERIFY(!page()->document()->isChanged());
}

void TstRoutesPage::nothingIsCutInTheSmallestWindow()
{
    for (const char *language : {"en", "pt_BR"}) {
        m_shell->house.preferences.setLanguage(language);
        m_shell->shell->resize(1120, 680);
        const auto isInside = [this] {
            const auto all = lines();
            return std::all_of(all.begin(), all.end(), [this](const RouteLine *line) {
                const auto buttons = line->findChildren<QAbstractButton *>();
                return std::all_of(buttons.begin(), buttons.end(), [this](const QAbstractButton *button) {
                    return button->visibleRegion().boundingRect() == button->rect();
                });
            });
        };
        QTRY_VERIFY2(isInside(), language);
    }
    m_shell->house.preferences.setLanguage("en");
    m_shell->shell->resize(1440, 900);
}

QTEST_MAIN(TstRoutesPage)
#include "tst_routes_page.moc"
