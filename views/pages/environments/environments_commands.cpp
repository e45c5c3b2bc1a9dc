// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What a person can do on the page of the environments.
#include "engine/client/acts.h"
#include "views/models/environments/env_mask.h"
#include "views/pages/environments/env_words.h"
#include "views/pages/environments/environments_page.h"
#include "views/pages/environments/export_dialog.h"
#include "views/pages/environments/import_dialog.h"
#include "views/pages/environments/matrix_view.h"
#include "views/pages/environments/review_dialog.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QThreadPool>

namespace batuta::views {

void EnvironmentsPage::add(const char *id, std::function<QString()> text, const char *icon,
                           const QList<QKeySequence> &keys, Act act)
{
    m_context.commands.add(
        this, {id, std::move(text), icon, keys, std::move(act.run), [this, whyNot = std::move(act.whyNot)] {
                   const QString none = whyNoModel();
                   return none.isEmpty() && whyNot ? whyNot() : none;
               }});
}

QString EnvironmentsPage::whyNoModel() const
{
    return !m_model               ? tr("The files are with the engine")
           : !m_model->isLoaded() ? tr("The files are being read")
                                  : QString();
}

const environments::Cell *EnvironmentsPage::cell() const
{
    const environments::Row *row = m_view ? m_model->matrix().find(m_view->currentKey()) : nullptr;
    const auto environment = static_cast<std::size_t>(m_view ? m_view->currentEnvironment() : -1);
    return row && environment < row->cells.size() ? &row->cells[environment] : nullptr;
}

QString EnvironmentsPage::whyNoCell() const
{
    if (cell())
        return {};
    return m_view && m_table->asideAt(m_view->currentEnvironment())
               ? tr("What runs is shown here, and not changed")
               : tr("Select a cell first");
}

void EnvironmentsPage::addCommands()
{
    const auto pending = [this] {
        return m_model->pendingCount() > 0 ? QString() : tr("Nothing has changed");
    };
    add("environments.apply",
        [this] {
            const int count = m_model ? m_model->pendingCount() : 0;
            return count > 0 ? tr("Review %n change(s)", nullptr, count) : tr("Review and apply");
        },
        "check", {QKeySequence::Save}, {[this] { review(); }, pending});
    add("environments.undo", [] { return tr("Undo"); }, "undo", {QKeySequence::Undo},
        {[this] { m_model->undo().undo(); },
         [this] { return m_model->undo().canUndo() ? QString() : tr("Nothing to undo"); }});
    add("environments.redo", [] { return tr("Redo"); }, "redo",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
        {[this] { m_model->undo().redo(); },
         [this] { return m_model->undo().canRedo() ? QString() : tr("Nothing to redo"); }});
    add("environments.discard", [] { return tr("Discard all edits"); }, "trash", {},
        {[this] { m_model->discard(tr("Discard all edits")); }, pending});
    add("environments.filter", [] { return tr("Filter keys"); }, "filter", {Qt::Key_Slash},
        {[this] {
             showTab("matrix");
             m_filter->setFocus();
         },
         {}});
    add("environments.check_all", [this] { return m_isChecking ? tr("Checking…") : tr("Check URLs"); },
        "pulse", {},
        {[this] { checkUrls(urls()); },
         [this] {
             return m_isChecking     ? tr("URLs are being checked")
                    : urls().empty() ? tr("No flow calls a URL of these")
                                     : QString();
         }});
    add("environments.import", [] { return tr("Import"); }, "download", {}, {[this] { openImport(); }, {}});
    add("environments.export", [] { return tr("Export"); }, "upload", {}, {[this] { openExport(); }, {}});
    add("environments.unlock",
        [this] {
            return m_model && m_model->lock().isOpen() ? tr("Lock production") : tr("Unlock production");
        },
        "lock", {},
        {[this] { toggleLock(); },
         [this] {
             for (std::size_t i = 0; i < m_model->matrix().environments.size(); ++i)
                 if (m_model->isProduction(i))
                     return QString();
             return tr("There is no production environment");
         }});
    add("environments.create", [] { return tr("Create .env from the template"); }, "plus", {},
        {[this] { create(); },
         [this] { return m_model->disk().templates.empty() ? tr("There is no template") : QString(); }});
}

void EnvironmentsPage::addCellCommands()
{
    const auto cellOnly = [this] { return whyNoCell(); };
    const auto setOnly = [this] { return cell() && cell()->isSet ? QString() : tr("The cell has no value"); };
    const auto copied = [this] {
        const bool isThere = m_copied || !QGuiApplication::clipboard()->text().isEmpty();
        return !cell() ? whyNoCell() : isThere ? QString() : tr("Nothing was copied");
    };
    add("environments.edit", [] { return tr("Edit the value"); }, "edit", {Qt::Key_F2},
        {[this] { m_view->editCurrent(); }, cellOnly});
    add("environments.unset", [] { return tr("Unset the key"); }, "minus", {QKeySequence::Delete},
        {[this] { unset(); }, setOnly});
    add("environments.copy", [] { return tr("Copy the value"); }, "copy", {QKeySequence::Copy},
        {[this] { copy(m_view->currentKey(), m_view->currentEnvironment()); }, setOnly});
    add("environments.paste", [] { return tr("Paste into the cell"); }, "inbox", {QKeySequence::Paste},
        {[this] { paste(false); }, copied});
    add("environments.paste_all", [] { return tr("Paste into every environment"); }, "inbox",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)}, {[this] { paste(true); }, copied});
    add("environments.next_problem", [] { return tr("Next problem"); }, "warn", {Qt::Key_P},
        {[this] { nextProblem(); },
         [this] { return m_model->matrix().findings.empty() ? tr("There is no problem") : QString(); }});
    add("environments.check_url", [] { return tr("Check this URL"); }, "pulse", {Qt::Key_U},
        {[this] { checkUrls({cell()->value}); },
         [this] {
             if (m_isChecking)
                 return tr("URLs are being checked");
             return cell() && environments::whyNoUrl(cell()->value).empty() ? QString()
                                                                            : tr("The cell has no URL");
         }});
}

void EnvironmentsPage::unset()
{
    if (cell()->isStored)
        return openSecret();
    const QString key = QString::fromStdString(m_view->currentKey());
    attempt(m_model->set(tr("Unset %1").arg(key), static_cast<std::size_t>(m_view->currentEnvironment()),
                         {{m_view->currentKey(), std::nullopt}}));
}

void EnvironmentsPage::paste(bool toAll)
{
    const QString clip = QGuiApplication::clipboard()->text();
    const std::string value = !clip.isEmpty() ? clip.toStdString() : m_copied.value_or("");
    const std::string key = m_view->currentKey();
    const QString name = tr("Paste %1").arg(QString::fromStdString(key));
    attempt(toAll
                ? m_model->setAll(name, key, value)
                : m_model->set(name, static_cast<std::size_t>(m_view->currentEnvironment()), {{key, value}}));
}

void EnvironmentsPage::nextProblem()
{
    const auto &findings = m_model->matrix().findings;
    showTab("matrix");
    for (std::size_t tried = 0; tried < findings.size(); ++tried) {
        m_problem = (m_problem + 1) % static_cast<int>(findings.size());
        const environments::Finding &finding = findings[static_cast<std::size_t>(m_problem)];
        if (m_table->rowOf(finding.key) < 0)
            continue; // filtered, or a file
        m_view->go(finding.key, static_cast<int>(finding.environment));
        m_view->setFocus();
        return emit told(
            tr("%1: %2", "a key and what is wrong with it")
                .arg(QString::fromStdString(finding.key), findingWord(finding, m_model->matrix())));
    }
}

/// What steps call.
std::vector<std::string> EnvironmentsPage::urls() const
{
    std::vector<std::string> all;
    for (const environments::Row &row : m_model->matrix().rows) {
        const bool isCalled = std::any_of(row.uses.begin(), row.uses.end(), [](const auto &use) {
            return use.kind == environments::UseKind::Url;
        });
        for (const environments::Cell &each : row.cells)
            if (isCalled && environments::whyNoUrl(each.value).empty() &&
                std::find(all.begin(), all.end(), each.value) == all.end())
                all.push_back(each.value);
    }
    return all;
}

void EnvironmentsPage::checkUrls(const std::vector<std::string> &urls)
{
    m_isChecking = true;
    m_context.commands.update();
    emit told(
        tr("%n URL(s) are asked with OPTIONS: no function runs.", nullptr, static_cast<int>(urls.size())));
    QThreadPool::globalInstance()->start([this, way = m_replies.way(), urls] {
        auto answers = std::make_shared<std::vector<environments::UrlAnswer>>(environments::checkUrls(urls));
        way([this, answers] {
            m_isChecking = false;
            const auto fine = std::count_if(answers->begin(), answers->end(), [](const auto &answer) {
                return answer.kind == environments::UrlAnswer::Kind::Fine;
            });
            m_model->setAnswers(*answers);
            m_context.commands.update();
            goToSilent(answers->size());
            emit told(tr("%1 of %n URL(s) answer.", nullptr, static_cast<int>(answers->size())).arg(fine));
        });
    });
}

/// To the first URL that does not work, when several were asked.
void EnvironmentsPage::goToSilent(std::size_t asked)
{
    const auto &findings = m_model->matrix().findings;
    const auto silent = std::find_if(findings.begin(), findings.end(), [](const auto &finding) {
        return finding.kind == environments::Finding::Kind::NoAnswer;
    });
    if (asked < 2 || silent == findings.end() || m_view->isEditing())
        return;
    m_problem = static_cast<int>(silent - findings.begin());
    m_view->go(silent->key, static_cast<int>(silent->environment));
    m_view->setFocus();
}

void EnvironmentsPage::review()
{
    auto *dialog = new ReviewDialog(*m_model);
    m_overlay = new Overlay(window(), dialog, {960, 620});
    connect(dialog, &ReviewDialog::closeRequested, m_overlay, &Overlay::close);
    m_overlay->open();
}

void EnvironmentsPage::applied(int files, const Errors &errors)
{
    if (!errors.empty())
        return tellError(errors.front());
    client::Act act;
    act.verb = "reload";
    act.actor = client::thisUser();
    m_context.engine.act(std::move(act), this, [this, files](const Result<json::Value> &done) {
        emit told(done
                      ? tr("%n file(s) written, and the engine has read them.", nullptr, files)
                      : tr("%n file(s) written.", nullptr, files) + QChar(' ') + errorSentence(done.error()));
        m_context.engine.refresh();
    });
}

/// Every key of the first template, with what stands there.
void EnvironmentsPage::create()
{
    EnvironmentsModel::Values values;
    for (const environments::TemplateKey &key : m_model->disk().templates.front().keys)
        values.emplace_back(key.key, key.value);
    attempt(m_model->set(tr("Create from the template"), 0, values));
    m_view->setFocus();
}

void EnvironmentsPage::toggleLock()
{
    if (m_model->lock().isOpen())
        return m_model->lock().lock();
    m_model->lock().unlock();
    emit told(tr("Production can be edited for 15 minutes; applying asks for its name."));
}

void EnvironmentsPage::openImport()
{
    auto *dialog = new ImportDialog(*m_model);
    m_overlay = new Overlay(window(), dialog, {820, 600});
    connect(dialog, &ImportDialog::closeRequested, m_overlay, &Overlay::close);
    connect(dialog, &ImportDialog::told, this, &Page::told);
    m_overlay->open();
}

void EnvironmentsPage::openExport()
{
    auto *dialog = new ExportDialog(*m_model);
    m_overlay = new Overlay(window(), dialog, {820, 600});
    connect(dialog, &ExportDialog::closeRequested, m_overlay, &Overlay::close);
    connect(dialog, &ExportDialog::told, this, &Page::told);
    m_overlay->open();
}

} // namespace batuta::views
