// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/environments_page.h"

#include "views/pages/environments/detail_pane.h"
#include "views/pages/environments/matrix_header.h"
#include "views/pages/environments/matrix_legend.h"
#include "views/pages/environments/matrix_view.h"
#include "views/pages/environments/text_panes.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kRevealFor = 20'000;
constexpr int kNarrow = 1200; ///< of the page: what words have no room then

MatrixTable::Filter filterOf(const QString &value)
{
    return value == QLatin1String("problems")    ? MatrixTable::Filter::Problems
           : value == QLatin1String("different") ? MatrixTable::Filter::Different
           : value == QLatin1String("secrets")   ? MatrixTable::Filter::Secrets
                                                 : MatrixTable::Filter::All;
}

} // namespace

EnvironmentsPage::EnvironmentsPage(Context context, EngineControl &control, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_control(control)
    , m_header(new Bar(Bar::Kind::ViewHeader, this))
    , m_title(new Label(TextStyle::Title, Ink::Primary, m_header))
    , m_tabs(new Segmented(m_header))
    , m_git(new Notice(Notice::Kind::Warning, this))
    , m_conflict(new Notice(Notice::Kind::Warning, this))
    , m_sealed(new Notice(Notice::Kind::Warning, this))
    , m_cloud(new Notice(Notice::Kind::Warning, this))
    , m_stack(new QStackedWidget(this))
{
    const WorkspaceInfo workspace = m_control.workspace();
    if (!workspace.isElsewhere()) {
        m_model = std::make_unique<EnvironmentsModel>(workspace.folder.toStdString(), m_control.lock());
        m_desk = std::make_unique<SecretsDesk>(
            workspace.folder.toStdString(),
            secrets::accessOf(QCoreApplication::applicationFilePath().toStdString(),
                              m_control.passphrase().get()),
            m_control.passphrase());
    }
    m_hide.setObjectName("hide");
    m_forget.setObjectName("forget");
    for (QTimer *timer : {&m_hide, &m_forget}) {
        timer->setParent(this); // where it can be found
        timer->setSingleShot(true);
        timer->setInterval(kRevealFor);
    }
    addCommands();
    addCellCommands();
    addSecretCommands();
    addBesideCommands();
    build();
    if (!m_model) {
        m_pane->showEmpty(
            tr("The env files of this workspace are with its engine, and only it can read them. "
               "Open the workspace where it is, or use `batuta env` there."));
        retranslate();
        return;
    }
    listen();
    m_pane->showLoading();
    followDeployed();
    m_model->load();
    retranslate();
}

void EnvironmentsPage::listen()
{
    connect(m_model.get(), &EnvironmentsModel::changed, this, &EnvironmentsPage::present);
    connect(m_model.get(), &EnvironmentsModel::applied, this, &EnvironmentsPage::applied);
    connect(m_model.get(), &EnvironmentsModel::failed, this, &EnvironmentsPage::tellError);
    connect(&m_model->undo(), &QUndoStack::indexChanged, this, [this] { m_context.commands.update(); });
    connect(&m_model->lock(), &ProductionLock::changed, this, [this] { m_context.commands.update(); });
    connect(&m_context.preferences, &Preferences::changed, this, &EnvironmentsPage::present);
    connect(&themeOf(this), &Theme::changed, this, &EnvironmentsPage::showDetail);
    connect(&m_hide, &QTimer::timeout, m_table, &MatrixTable::hideAll);
    connect(&m_forget, &QTimer::timeout, this, &EnvironmentsPage::forgetCopy);
    connect(m_desk.get(), &SecretsDesk::changed, this, &EnvironmentsPage::secretsChanged);
    connect(m_desk.get(), &SecretsDesk::failed, this, &EnvironmentsPage::tellError);
    connect(m_desk.get(), &SecretsDesk::busyChanged, this, [this] { m_context.commands.update(); });
    connect(m_model.get(), &EnvironmentsModel::restored, this, [this](int edits) {
        emit told(tr("%n edit(s) of the last time are here again: not applied yet.", nullptr, edits));
    });
}

/// What shows the model goes before it.
EnvironmentsPage::~EnvironmentsPage()
{
    if (m_model) {
        m_model->disconnect(this);
        m_model->undo().disconnect(this);
        m_model->lock().disconnect(this);
        m_desk->disconnect(this);
        m_deployed->disconnect(this);
        if (m_forget.isActive())
            forgetCopy();
    }
    std::unique_ptr<QWidget>(m_overlay.data()).reset();
    std::unique_ptr<QWidget>(m_pane).reset();
}

void EnvironmentsPage::build()
{
    buildHeader();
    if (m_model)
        buildBody();
    m_pane = new StatePane(m_stack, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_git);
    column->addWidget(m_conflict);
    column->addWidget(m_sealed);
    column->addWidget(m_cloud);
    column->addWidget(m_pane, 1);
    m_git->hide();
    m_conflict->hide();
    buildBeside();
}

void EnvironmentsPage::buildHeader()
{
    QHBoxLayout *row = m_header->row();
    row->addWidget(m_title);
    row->addWidget(m_tabs);
    row->addStretch(1);
    for (const char *id : {"environments.check_all", "environments.import", "environments.export"}) {
        m_transfers << new Button(m_context.commands.action(id), Button::Variant::Normal, m_header);
        row->addWidget(m_transfers.back());
    }
    row->addWidget(
        new Button(m_context.commands.action("environments.unlock"), Button::Variant::Normal, m_header));
    row->addWidget(
        new Button(m_context.commands.action("environments.apply"), Button::Variant::Primary, m_header));
    for (const char *tab : {"matrix", "differences", "files", "history"})
        m_tabs->add(tab, QString::fromLatin1(tab));
    connect(m_tabs, &Segmented::chosen, this, &EnvironmentsPage::showTab);
    const auto button = [this](Notice *notice, const QString &text, auto act) {
        connect(notice->addButton(text), &QAbstractButton::clicked, this, act);
    };
    button(m_git, tr("Add to .gitignore"), [this] { m_model->ignoreInGit(); });
    button(m_conflict, tr("Take theirs"), [this] { m_model->takeTheirs(tr("Take what is on the disk")); });
    button(m_conflict, tr("Keep mine"), [this] { m_model->keepMine(tr("Keep the edits")); });
    button(m_conflict, tr("Compare"), [this] {
        showTab("files");
        for (const EnvPlan &plan : m_model->plans())
            for (const EnvConflict &conflict : m_model->conflicts())
                if (m_model->disk().environments[plan.environment].suffix == conflict.cell.suffix)
                    return m_files->choose(QString::fromStdString(plan.path));
    });
}

void EnvironmentsPage::buildBody()
{
    m_table = new MatrixTable(*m_model, this);
    m_view = new MatrixView(*m_model, *m_table, this);
    m_detail = new DetailPane(*m_model, this);
    m_differences = new DifferencesPane(*m_model, this);
    m_files = new FilesPane(*m_model, this);
    m_history = new EnvHistoryPane(*m_model, this);
    auto *left = new Surface(Surface::Level::Panel, this);
    left->setProperty("pane", true);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildFilter());
    column->addWidget(m_view, 1);
    column->addWidget(new MatrixLegend(*m_model, this));
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(left);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 1);
    split->setChildrenCollapsible(false);
    const Theme &theme = themeOf(this);
    split->setSizes({theme.scaled(1035), theme.scaled(329)});
    for (QWidget *tab : std::initializer_list<QWidget *>{split, m_differences, m_files, m_history})
        m_stack->addWidget(tab);
    connect(m_view, &MatrixView::currentCellChanged, this, [this] {
        showDetail();
        m_context.commands.update();
        emit addressChanged();
    });
    connect(m_view, &MatrixView::refused, this, &EnvironmentsPage::tellError);
    connect(m_view, &MatrixView::secretWanted, this, &EnvironmentsPage::openSecret);
    connect(m_table, &MatrixTable::refused, this, &EnvironmentsPage::tellError);
    connect(m_history, &EnvHistoryPane::refused, this, &EnvironmentsPage::tellError);
    connect(m_history, &EnvHistoryPane::restored, this,
            [this](int keys) { emit told(tr("%n key(s) as before: review and apply.", nullptr, keys)); });
    connect(m_detail, &DetailPane::openRequested, this, &Page::openRequested);
    connect(m_detail, &DetailPane::goRequested, this,
            [this](const QString &key, int environment) { m_view->go(key.toStdString(), environment); });
    connect(m_detail, &DetailPane::copyRequested, this,
            [this](const QString &key, int environment) { copy(key.toStdString(), environment); });
    connect(m_detail, &DetailPane::editRequested, this, [this] { m_view->editCurrent(); });
    connect(m_detail, &DetailPane::secretRequested, this, &EnvironmentsPage::openSecret);
    connect(m_detail, &DetailPane::takeRequested, this, [this](const QString &key, int from, int to) {
        if (const environments::Row *row = m_model->matrix().find(key.toStdString()))
            attempt(m_model->set(tr("Copy %1").arg(key), static_cast<std::size_t>(to),
                                 {{row->key, row->cells[static_cast<std::size_t>(from)].value}}));
    });
}

QWidget *EnvironmentsPage::buildFilter()
{
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    m_filter = new QLineEdit(bar);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(themeOf(this).scaled(250));
    m_choice = new Segmented(bar);
    for (const char *choice : {"all", "problems", "different", "secrets"})
        m_choice->add(choice, QString::fromLatin1(choice));
    m_choice->setValue("all");
    m_deployedChoice = new QComboBox(bar);
    m_deployedChoice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_deployedChoice->setAccessibleName(tr("Environment whose deployed variables are shown"));
    m_deployedChoice->hide();
    connect(m_deployedChoice, &QComboBox::activated, this,
            [this] { chooseDeployed(m_deployedChoice->currentData().toString()); });
    m_template = new Label(TextStyle::MonoSmall, Ink::Secondary, bar);
    m_template->setElide(Qt::ElideMiddle);
    m_covered = new Chip({}, bar);
    bar->row()->addWidget(m_filter);
    bar->row()->addWidget(m_choice);
    bar->row()->addWidget(m_deployedChoice);
    bar->row()->addStretch(1);
    bar->row()->addWidget(m_template);
    bar->row()->addWidget(m_covered);
    connect(m_filter, &QLineEdit::textChanged, this, &EnvironmentsPage::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_view->setFocus(); });
    connect(m_choice, &Segmented::chosen, this, &EnvironmentsPage::filter);
    return bar;
}

QString EnvironmentsPage::title() const
{
    return tr("Environments");
}

Address EnvironmentsPage::address() const
{
    QUrlQuery query;
    if (m_view && !m_view->currentKey().empty())
        query.addQueryItem("key", QString::fromStdString(m_view->currentKey()));
    const auto environment = static_cast<std::size_t>(m_view ? m_view->currentEnvironment() : -1);
    if (m_model && environment < m_model->matrix().environments.size())
        query.addQueryItem("env", QString::fromStdString(m_model->matrix().environments[environment]));
    if (m_tab != QLatin1String("matrix"))
        query.addQueryItem("tab", m_tab);
    return {"environments", {}, query};
}

void EnvironmentsPage::open(const Address &address)
{
    m_wanted = address;
    if (m_model && m_model->isLoaded())
        present();
}

void EnvironmentsPage::refresh()
{
    if (!m_model)
        return;
    m_model->load();
    m_deployed->refresh();
}

void EnvironmentsPage::present()
{
    if (!m_model || !m_model->isLoaded())
        return;
    m_table->refresh();
    const QUrlQuery wanted = std::exchange(m_wanted, {}).query;
    const auto &names = m_model->matrix().environments;
    if (wanted.hasQueryItem("key")) {
        const auto name = std::find(names.begin(), names.end(), wanted.queryItemValue("env").toStdString());
        m_view->go(wanted.queryItemValue("key").toStdString(),
                   name == names.end() ? 0 : static_cast<int>(name - names.begin()));
    } else if (m_view->currentKey().empty() && !m_model->matrix().findings.empty()) {
        const environments::Finding &worst = m_model->matrix().findings.front();
        m_view->go(worst.key, static_cast<int>(worst.environment));
    }
    showNotices();
    presentSealed();
    showDetail();
    m_differences->refresh();
    m_files->refresh();
    m_history->refresh(m_context.preferences.utc());
    m_view->head().setUtc(m_context.preferences.utc());
    showTab(wanted.hasQueryItem("tab") ? wanted.queryItemValue("tab") : m_tab);
    const bool hasRows = !m_model->matrix().rows.empty();
    if (m_model->isEmpty() && (!hasRows || !m_model->disk().templates.empty()))
        m_pane->showEmpty(
            m_model->disk().templates.empty()
                ? tr("There is no env file and no template in this workspace, and no flow needs a key.")
                : tr("There is no env file yet. Create one from the template: nothing is written before you "
                     "apply it."),
            m_model->disk().templates.empty() ? nullptr : m_context.commands.action("environments.create"));
    else
        m_pane->showContent();
    m_context.commands.update();
}

void EnvironmentsPage::showNotices()
{
    const auto &dangers = m_model->dangers();
    m_git->setVisible(!dangers.empty());
    if (!dangers.empty())
        m_git->setText(tr("%n env file(s) could get into git.", nullptr, static_cast<int>(dangers.size())),
                       QString::fromStdString(environments::dangerText(dangers.front())));
    const auto conflicts = m_model->conflicts();
    m_conflict->setVisible(!conflicts.empty());
    if (!conflicts.empty())
        m_conflict->setText(tr("%n key(s) changed on the disk that you have edited.", nullptr,
                               static_cast<int>(conflicts.size())),
                            QString::fromStdString(conflicts.front().cell.key));
    const auto &rows = m_model->matrix().rows;
    const auto all =
        std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.isInTemplate; });
    const auto covered = std::count_if(rows.begin(), rows.end(), [](const environments::Row &row) {
        return row.isInTemplate && std::any_of(row.cells.begin(), row.cells.end(),
                                               [](const environments::Cell &each) { return each.isSet; });
    });
    const auto &templates = m_model->disk().templates;
    fitBar();
    if (!templates.empty())
        m_template->setText(tr("Template %1")
                                .arg(QDir(QString::fromStdString(m_model->workspace()))
                                         .relativeFilePath(QString::fromStdString(templates.front().file))));
    m_covered->setText(tr("%1 of %n key(s)", nullptr, static_cast<int>(all)).arg(covered));
    m_covered->setStatus(covered == all ? Status::Success : Status::Waiting);
    const std::pair<const char *, QString> words[] = {
        {"all", tr("All %1").arg(m_table->count(MatrixTable::Filter::All))},
        {"problems", tr("Problems %1").arg(m_table->count(MatrixTable::Filter::Problems))},
        {"different", tr("Different %1").arg(m_table->count(MatrixTable::Filter::Different))},
        {"secrets", tr("Secrets %1").arg(m_table->count(MatrixTable::Filter::Secrets))}};
    for (const auto &[value, text] : words)
        m_choice->setText(value, text);
}

void EnvironmentsPage::showDetail()
{
    m_detail->present(m_view->currentKey(), m_view->currentEnvironment(), m_context.preferences.utc());
}

void EnvironmentsPage::showTab(const QString &tab)
{
    const QStringList tabs{"matrix", "differences", "files", "history"};
    const auto at = static_cast<int>(std::max(qsizetype{0}, tabs.indexOf(tab)));
    m_tab = tabs[at];
    m_tabs->setValue(m_tab);
    if (m_model)
        m_stack->setCurrentIndex(at);
    emit addressChanged();
}

void EnvironmentsPage::filter()
{
    m_table->setFilter(m_filter->text(), filterOf(m_choice->value()));
}

void EnvironmentsPage::tellError(const Error &error)
{
    emit told(errorSentence(error) + QChar(' ') + errorAdvice(error));
}

void EnvironmentsPage::attempt(const Result<void> &result)
{
    if (!result)
        tellError(result.error());
}

void EnvironmentsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void EnvironmentsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    for (Button *button : m_transfers)
        button->setIconOnly(isNarrow());
    if (m_template && m_model->isLoaded()) {
        fillDeployedChoice();
        fitBar();
    }
}

bool EnvironmentsPage::isNarrow() const
{
    return width() < themeOf(this).scaled(kNarrow);
}

void EnvironmentsPage::retranslate()
{
    setAccessibleName(title());
    m_title->setText(title());
    m_tabs->setAccessibleName(tr("View"));
    m_tabs->setText("matrix", tr("Matrix"));
    m_tabs->setText("differences", tr("Differences"));
    m_tabs->setText("files", tr("Files"));
    m_tabs->setText("history", tr("History"));
    m_tabs->setValue(m_tab);
    if (!m_model)
        return;
    m_filter->setPlaceholderText(tr("Filter keys"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_choice->setAccessibleName(tr("Keys that are shown"));
    m_view->setAccessibleName(tr("Keys by environment"));
    m_differences->retranslate();
    m_files->retranslate();
    m_history->retranslate();
    present();
}

} // namespace batuta::views
