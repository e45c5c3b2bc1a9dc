// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/text_panes.h"

#include "engine/env/secret_reference.h"
#include "views/models/environments/env_mask.h"
#include "views/pages/editor/versions/diff_view.h"
#include "views/pages/environments/matrix_table.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTreeWidget>

#include <algorithm>

namespace batuta::views {
namespace {

QVBoxLayout *columnOf(QWidget *pane, QWidget *bar)
{
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    return column;
}

/// In letters, with room for the arrow.
int lengthOf(const QStringList &names)
{
    qsizetype longest = 0;
    for (const QString &name : names)
        longest = std::max(longest, name.size());
    return static_cast<int>(longest) + 2;
}

/// A reference to Secret Manager as a revision has it, so that the two can be compared.
std::string comparable(const environments::Row &row, const std::string &value)
{
    if (const auto reference = env::readReference(value))
        return reference->secret + "@" + reference->version;
    return shownValue(row, value);
}

} // namespace

DifferencesPane::DifferencesPane(EnvironmentsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_before(new QComboBox(this))
    , m_after(new QComboBox(this))
    , m_diff(new DiffView(this))
{
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    m_count = new Label(TextStyle::Small, Ink::Secondary, bar);
    bar->row()->addWidget(m_before);
    bar->row()->addWidget(m_after);
    bar->row()->addWidget(m_count, 1);
    columnOf(this, bar)->addWidget(m_diff, 1);
    m_diff->setProperty("pane", true);
    for (QComboBox *choice : {m_before, m_after}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(choice, &QComboBox::activated, this, &DifferencesPane::refresh);
    }
    retranslate();
}

void DifferencesPane::retranslate()
{
    m_before->setAccessibleName(tr("Environment on the left"));
    m_after->setAccessibleName(tr("Environment on the right"));
}

/// Environments, then what stands beside them.
QStringList DifferencesPane::sides() const
{
    QStringList names;
    for (const std::string &name : m_model.matrix().environments)
        names << QString::fromStdString(name);
    for (const environments::Aside &aside : m_model.asides())
        names << (aside.kind == environments::Aside::Kind::Process
                      ? tr("process (%1)").arg(QString::fromStdString(aside.environment))
                      : tr("deployed (%1)").arg(QString::fromStdString(aside.environment)));
    return names;
}

/// Whether its values on the two sides can be compared.
bool DifferencesPane::isKnown(const environments::Row &row) const
{
    const auto environments = static_cast<int>(m_model.matrix().environments.size());
    for (const QComboBox *choice : {m_before, m_after})
        if (const int at = choice->currentIndex() - environments;
            at >= 0 &&
            environments::asideState(m_model.matrix(), row, m_model.asides()[static_cast<std::size_t>(at)]) ==
                environments::AsideState::Unknown)
            return false;
    return true;
}

std::string DifferencesPane::textOf(int side) const
{
    std::string text;
    const int beside = side - static_cast<int>(m_model.matrix().environments.size());
    for (const environments::Row &row : m_model.matrix().rows) {
        if (!isKnown(row)) {
            text += row.key + '=' + tr("(a secret that cannot be compared)").toStdString() + '\n';
        } else if (beside >= 0) {
            const environments::AsideValue *value =
                m_model.asides()[static_cast<std::size_t>(beside)].find(row.key);
            text += !value ? "# " + row.key + '\n'
                    : value->value.empty() && value->secret.empty()
                        ? row.key + "=\n"
                        : row.key + '=' + asideText(row, *value).toStdString() + '\n';
        } else {
            const environments::Cell &cell = row.cells[static_cast<std::size_t>(side)];
            const std::string shown =
                cell.isStored ? tr("(in the store of secrets)").toStdString() : comparable(row, cell.value);
            text += cell.isSet ? row.key + '=' + shown + '\n' : "# " + row.key + '\n';
        }
    }
    return text;
}

void DifferencesPane::refresh()
{
    const QStringList names = sides();
    if (m_before->count() != names.size() || m_sides != names) {
        const QSignalBlocker quietBefore(m_before), quietAfter(m_after);
        const auto last = static_cast<int>(m_model.matrix().environments.size()) - 1;
        for (QComboBox *choice : {m_before, m_after}) {
            const QString chosen = choice->currentText();
            choice->clear();
            choice->addItems(names);
            choice->setMinimumContentsLength(lengthOf(names));
            const int kept = static_cast<int>(names.indexOf(chosen));
            choice->setCurrentIndex(kept >= 0            ? kept
                                    : choice == m_before ? static_cast<int>(m_model.reference())
                                                         : last);
        }
        m_sides = names;
    }
    if (m_before->currentIndex() < 0 || m_after->currentIndex() < 0)
        return;
    DiffRows rows = diffRows(textOf(m_before->currentIndex()), textOf(m_after->currentIndex()));
    const auto keys = std::count_if(rows.rows.begin(), rows.rows.end(),
                                    [](const DiffRow &row) { return !row.isSame; }); // a line each
    m_count->setText(tr("%n difference(s)", nullptr, static_cast<int>(keys)));
    m_diff->setSides(m_before->currentText(), m_after->currentText());
    m_diff->setRows(std::move(rows));
}

FilesPane::FilesPane(EnvironmentsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_files(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_diff(new DiffView(this))
    , m_text(new CodeView(this))
{
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    m_state = new Label(TextStyle::Small, Ink::Secondary, bar);
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    bar->row()->addWidget(m_files);
    bar->row()->addWidget(m_state, 1);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_diff);
    columnOf(this, bar)->addWidget(m_stack, 1);
    for (QWidget *pane : {static_cast<QWidget *>(m_diff), static_cast<QWidget *>(m_text)})
        pane->setProperty("pane", true);
    connect(m_files, &QComboBox::activated, this, &FilesPane::presentFile);
    retranslate();
}

void FilesPane::retranslate()
{
    m_files->setAccessibleName(tr("File"));
    m_text->setAccessibleName(tr("Text of the file, secrets masked"));
}

void FilesPane::choose(const QString &path)
{
    m_files->setCurrentIndex(std::max(0, m_files->findData(path)));
    presentFile();
}

void FilesPane::refresh()
{
    const QString chosen = m_files->currentData().toString();
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    const QDir root(QString::fromStdString(m_model.workspace()));
    for (const environments::EnvironmentFiles &environment : m_model.files().environments)
        for (const environments::EnvFile &file : environment.files) {
            const QString path = QString::fromStdString(file.path);
            m_files->addItem(tr("%1 (%2)", "a file and its environment")
                                 .arg(root.relativeFilePath(path), QString::fromStdString(environment.name)),
                             path);
        }
    m_files->setCurrentIndex(std::max(0, m_files->findData(chosen)));
    presentFile();
}

void FilesPane::presentFile()
{
    const std::string path = m_files->currentData().toString().toStdString();
    const auto &plans = m_model.plans();
    const SecretKeys secret = secretKeysOf(m_model.matrix());
    const auto plan =
        std::find_if(plans.begin(), plans.end(), [&](const EnvPlan &each) { return each.path == path; });
    if (plan != plans.end()) {
        m_state->setText(
            tr("%n change(s), not applied yet", nullptr, static_cast<int>(plan->changes.size())));
        m_diff->setSides(tr("On the disk"), tr("With your changes"));
        m_diff->setRows(diffRows(maskedText(plan->before, plan->format, secret),
                                 maskedText(plan->after, plan->format, secret)));
        return m_stack->setCurrentWidget(m_diff);
    }
    m_text->setCode({}, CodeView::Language::Plain);
    m_state->clear();
    for (const environments::EnvironmentFiles &environment : m_model.files().environments)
        for (const environments::EnvFile &file : environment.files) {
            if (file.path != path)
                continue;
            m_state->setText(!file.text         ? errorSentence(file.text.error())
                             : !file.isWritable ? tr("Read only")
                                                : QString());
            if (file.text)
                m_text->setCode(QString::fromStdString(maskedText(file.text->text(), file.format, secret)),
                                CodeView::Language::Shell);
        }
    m_stack->setCurrentWidget(m_text);
}

EnvHistoryPane::EnvHistoryPane(EnvironmentsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_list(new QTreeWidget(this))
{
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    m_empty = new Label(TextStyle::Small, Ink::Secondary, bar);
    m_restore = new Button({}, "undo", Button::Variant::Normal, bar);
    bar->row()->addWidget(m_empty, 1);
    bar->row()->addWidget(m_restore);
    auto *inset = new QHBoxLayout; // as far in as what stands above it
    inset->setContentsMargins(10, 0, 0, 0);
    inset->addWidget(m_list);
    columnOf(this, bar)->addLayout(inset, 1);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setColumnCount(5);
    connect(m_restore, &QAbstractButton::clicked, this, &EnvHistoryPane::restore);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        m_restore->setEnabled(item && item->data(0, Qt::UserRole + 1).toBool());
    });
    retranslate();
}

void EnvHistoryPane::retranslate()
{
    m_list->setHeaderLabels({tr("When"), tr("Environment"), tr("Who"), tr("What"), tr("Why")});
    m_list->setAccessibleName(tr("History of the environments"));
    m_restore->setText(tr("Restore what was before"));
    m_restore->setToolTip(tr("As an edit that you can look at before it is applied"));
}

void EnvHistoryPane::refresh(bool utc)
{
    m_list->clear();
    const auto &changes = m_model.changes();
    for (std::size_t i = 0; i < changes.size(); ++i) {
        QStringList keys;
        for (const environments::KeyChange &key : changes[i].keys) {
            const QString name = QString::fromStdString(key.key);
            const bool isStore = changes[i].file.starts_with(environments::kStorePrefix);
            keys << (changes[i].file.empty()  ? tr("%1 revealed").arg(name)
                     : isStore && !key.after  ? tr("%1 forgotten by the store").arg(name)
                     : isStore && !key.before ? tr("%1 set in the store").arg(name)
                     : isStore                ? tr("%1 rotated in the store").arg(name)
                     : !key.after             ? tr("%1 removed").arg(name)
                     : !key.before            ? tr("%1 added").arg(name)
                                              : tr("%1 changed").arg(name));
        }
        const bool isReveal = changes[i].file.empty();
        const bool isRestorable = !isReveal && !changes[i].file.starts_with(environments::kStorePrefix);
        auto *item = new QTreeWidgetItem(
            m_list, {dayAndTime(changes[i].at, utc).section(':', 0, 1),
                     QString::fromStdString(changes[i].environment), QString::fromStdString(changes[i].who),
                     keys.join(", "), isReveal ? QString() : QString::fromStdString(changes[i].why)});
        item->setData(0, Qt::UserRole, static_cast<int>(i));
        item->setData(0, Qt::UserRole + 1, isRestorable);
        item->setToolTip(3, item->text(3));
    }
    m_empty->setText(changes.empty() ? tr("Nothing was applied yet.")
                                     : tr("%n entries", nullptr, static_cast<int>(changes.size())));
    m_restore->setEnabled(false);
    const int widths[] = {150, 110, 120, 420};
    for (int i = 0; i < 4; ++i)
        m_list->setColumnWidth(i, themeOf(this).scaled(widths[i]));
}

void EnvHistoryPane::restore()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const auto at = static_cast<std::size_t>(item ? item->data(0, Qt::UserRole).toInt() : -1);
    if (at >= m_model.changes().size())
        return;
    const environments::EnvChange &change = m_model.changes()[at];
    const auto &names = m_model.matrix().environments;
    const auto found = std::find(names.begin(), names.end(), change.environment);
    if (found == names.end())
        return emit refused(
            {ErrorCode::ActRefused, change.environment, "the environment has no files any more", {}, ""});
    EnvironmentsModel::Values values;
    for (const environments::KeyChange &key : change.keys)
        values.emplace_back(key.key, key.before);
    const Result<void> done =
        m_model.set(tr("Restore"), static_cast<std::size_t>(found - names.begin()), values);
    if (!done)
        return emit refused(done.error());
    emit restored(static_cast<int>(values.size()));
}

} // namespace batuta::views
