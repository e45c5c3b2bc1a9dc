// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/runs/run_source.h"
#include "tests/support/verify.h"
#include "views/pages/overview/overview_page.h"
#include "views/pages/overview/section_list.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// The overview of an engine that keeps no figures, and of environments that lack something.
class TestOverviewStates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void environmentsWithProblemsNeedAttention();
    void anEngineWithoutFiguresSaysSo();
    void noEngineIsSaid();

private:
    struct House
    {
        explicit House(const QString &workspace = {})
        {
            link.attach(source);
            page = std::make_unique<OverviewPage>(Context{link, commands, preferences, state}, workspace);
            page->resize(1364, 860);
            page->show();
        }
        ~House()
        {
            page.reset();
            link.detach({});
        }
        bool says(const QString &words) const
        {
            for (const Label *label : page->findChildren<Label *>())
                if (label->isVisible() && label->text().contains(words))
                    return true;
            return false;
        }
        const OverviewLine *attention(const QString &words) const
        {
            for (const SectionList *list : page->findChildren<SectionList *>())
                for (int row = 0; list->kind() == SectionList::Kind::Attention && row < list->count(); ++row)
                    if (list->lineAt(row)->text.contains(words))
                        return list->lineAt(row);
            return nullptr;
        }

        QTemporaryDir folder;
        RunSource source;
        EngineLink link;
        CommandRegistry commands;
        Preferences preferences{folder.filePath("preferences.ini")};
        ViewState state{QString()};
        std::unique_ptr<OverviewPage> page;
    };
    Theme m_theme;
};

void TestOverviewStates::environmentsWithProblemsNeedAttention()
{
    QTemporaryDir folder;
    const auto write = [&](const char *name, const char *text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
    };
    QVERIFY(write(".env.example", "# Where answers go. Required.\nHOOK_URL=\n"));
    QVERIFY(write(".env", "HOOK_URL=https://hooks.dev/p\n"));
    QVERIFY(write(".env.staging", "OTHER=1\n"));
    const House house(folder.path());
    QTRY_VERIFY(house.attention("staging"));
    QCOMPARE(house.attention("staging")->address.text(), QString("batuta://environments?env=staging"));
    QVERIFY(!house.attention("staging")->action.isEmpty());
    QVERIFY(!house.attention("dev"));
}

void TestOverviewStates::anEngineWithoutFiguresSaysSo()
{
    const House house;
    QTRY_VERIFY(house.says("This engine keeps no figures"));
}

void TestOverviewStates::noEngineIsSaid()
{
    House house;
    QTRY_VERIFY(house.link.isRunning());
    house.source.fails = true;
    house.page->refresh();
    QTRY_VERIFY(house.says("the disk is gone"));
}

QTEST_MAIN(TestOverviewStates)
#include "tst_overview_states.moc"
