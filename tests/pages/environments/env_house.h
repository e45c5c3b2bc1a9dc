// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/pages/environments/audit_engine.h"
#include "tests/pages/logs/logs_house.h"
#include "views/pages/editor/versions/diff_view.h"
#include "views/pages/environments/cell_edit.h"
#include "views/pages/environments/environments_page.h"
#include "views/pages/environments/matrix_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace batuta::tests {

/// The page of the environments over files of its own, with an engine that keeps an audit.
class EnvHouse
{
public:
    EnvHouse()
    {
        qputenv("BATUTA_PASSPHRASE_FILE",
                (write("passphrase", "correct horse\n"), path("passphrase")).toUtf8());
        write("flows/ml/notify.yaml",
              "batuta: 1\nname: notify\nsteps:\n  send:\n    http:\n      method: POST\n      url: ${{ "
              "env.HOOK_URL }}\n"
              "      headers:\n        Authorization: Bearer ${{ secrets.HOOK_TOKEN }}\n");
        write(".env.example",
              "# --- Function URLs ---\nHOOK_URL=https://REGION-x  # required\n# --- Auth ---\n"
              "HOOK_TOKEN=changeme\n# --- Runtime ---\nRETRIES=3\n");
        write(".env", "HOOK_URL=https://hooks.dev/p\nHOOK_TOKEN=geheim-Xy12\nRETRIES=3\n");
        write(".env.staging", "HOOK_URL=https://hooks.stg/p\nHOOK_TOKEN=stg-geheim\nRETRIES=3\n");
        write(".env.production", "HOOK_URL=https://hooks.prd/p\nHOOK_TOKEN=prd-geheim\nRETRIES=5\n");
        house.link.attach(engine);
    }
    ~EnvHouse()
    {
        page.reset();
        house.link.detach({});
        qunsetenv("BATUTA_PASSPHRASE_FILE");
    }

    QString path(const QString &name) const { return house.folder.filePath(name); }
    void write(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
            qFatal("%s cannot be written", qPrintable(name));
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }
    /// A new page, as after the window was opened again.
    bool open()
    {
        page.reset();
        page = std::make_unique<views::EnvironmentsPage>(house.context(), house.control);
        QObject::connect(page.get(), &views::Page::told, page.get(),
                         [this](const QString &text) { told << text; });
        page->resize(1364, 800);
        page->show();
        if (!QTest::qWaitForWindowActive(page.get()) ||
            !QTest::qWaitFor([this] { return page->model()->isLoaded(); }))
            return false;
        page->view()->setFocus();
        return true;
    }
    void go(const char *key, int environment) { page->view()->go(key, environment); }
    void run(const char *id) { house.commands.action(id)->trigger(); }
    template <class Dialog> Dialog *dialog(const char *command)
    {
        run(command);
        return page->template findChild<Dialog *>();
    }
    QString text(const char *key, int environment) const
    {
        const views::MatrixTable &table = *page->table();
        return table.index(table.rowOf(key), views::MatrixTable::FirstEnvironment + environment)
            .data()
            .toString();
    }
    /// Opens the field of the current cell; null when there is none.
    views::CellEdit *field() const
    {
        QTest::keyClick(page->view(), Qt::Key_F2);
        return qobject_cast<views::CellEdit *>(QApplication::focusWidget());
    }
    /// What is typed is taken a moment later.
    bool enter(QWidget *field) const
    {
        QSignalSpy changed(page->model(), &views::EnvironmentsModel::changed);
        QTest::keyClick(field, Qt::Key_Return);
        return QTest::qWaitFor([&] { return !changed.isEmpty(); });
    }
    QAbstractButton *button(const QString &words) const
    {
        for (QAbstractButton *one : page->findChildren<QAbstractButton *>())
            if (one->text().contains(words) && one->isVisible())
                return one;
        return nullptr;
    }
    /// All that the page shows, tells and gives to other programs.
    QString everything() const
    {
        QStringList all = told;
        for (const QWidget *widget : page->findChildren<QWidget *>()) {
            all << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                all << label->text();
            if (const auto *line = qobject_cast<const QLineEdit *>(widget))
                all << line->displayText();
            if (const auto *code = qobject_cast<const QPlainTextEdit *>(widget))
                all << code->toPlainText();
            if (const auto *diff = qobject_cast<const views::DiffView *>(widget))
                for (const views::DiffRow &row : diff->rows().rows)
                    all << row.before.text << row.after.text;
            if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
                for (int row = 0; row < view->model()->rowCount(); ++row)
                    for (int column = 0; column < view->model()->columnCount(); ++column)
                        for (const int role :
                             {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)})
                            all << view->model()->index(row, column).data(role).toString();
        }
        return all.join('\n') + QApplication::clipboard()->text();
    }

    AuditEngine engine;
    LogsHouse house;
    std::unique_ptr<views::EnvironmentsPage> page;
    QStringList told;
};

} // namespace batuta::tests
