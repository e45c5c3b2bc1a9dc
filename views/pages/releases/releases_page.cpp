// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/releases_page.h"

#include "views/models/releases/config_text.h"
#include "views/pages/releases/config_diff.h"
#include "views/pages/releases/release_list.h"
#include "views/pages/releases/release_words.h"
#include "views/pages/releases/revision_table.h"
#include "views/pages/releases/rollback_dialog.h"
#include "views/pages/releases/traffic_bar.h"
#include "views/pages/releases/window_strip.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/column.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDesktopServices>
#include <QEvent>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

namespace batuta::views {
namespace {

constexpr int kLeft = 226, kCentre = 754, kRight = 386, kColumnInset = 14;

} // namespace

ReleasesPage::ReleasesPage(Context context, EngineControl &control, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_control(control)
    , m_model(new ReleasesModel(context.engine, this))
    , m_rows(new RevisionRows(*m_model, this))
{
    addCommands();
    addDeployCommands();
    addRehearsalCommand();
    build();
    buildWizard();
    connect(m_model, &ReleasesModel::changed, this, &ReleasesPage::present);
    connect(m_model, &ReleasesModel::sharesChanged, this, &ReleasesPage::presentTraffic);
    connect(m_model, &ReleasesModel::moveChanged, this, [this] {
        presentMove();
        presentWatched();
        presentTraffic();
    });
    connect(&m_context.preferences, &Preferences::changed, this, &ReleasesPage::present);
    connect(&m_control, &EngineControl::workspaceChanged, this,
            [this] { m_model->chooseEnvironment({}); }); // the engine's own
    retranslate();
}

QString ReleasesPage::title() const
{
    return tr("Releases");
}

Address ReleasesPage::address() const
{
    Address address{QStringLiteral("releases"), QString::fromStdString(m_model->serviceName()), {}};
    if (!m_model->environment().empty())
        address.query.addQueryItem("env", QString::fromStdString(m_model->environment()));
    if (!m_model->revision().empty())
        address.query.addQueryItem("revision", QString::fromStdString(m_model->revision()));
    return address;
}

void ReleasesPage::open(const Address &address)
{
    if (const QString env = address.query.queryItemValue("env"); !env.isEmpty())
        m_model->chooseEnvironment(env.toStdString());
    if (!address.id.isEmpty())
        m_model->chooseService(address.id.toStdString());
    if (const QString revision = address.query.queryItemValue("revision"); !revision.isEmpty())
        m_model->chooseRevision(revision.toStdString());
}

void ReleasesPage::refresh()
{
    m_model->refresh();
}

void ReleasesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_model->setLive(true);
}

void ReleasesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model->setLive(false);
}

void ReleasesPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReleasesPage::build()
{
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(buildLeft());
    split->addWidget(buildCentre());
    split->addWidget(buildRight());
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    const Theme &theme = themeOf(this);
    split->setSizes({theme.scaled(kLeft), theme.scaled(kCentre), theme.scaled(kRight)});
    m_state = new StatePane(split, this);
    m_old = new Notice(Notice::Kind::Warning, this);
    m_old->hide();
    m_bodies = new QStackedWidget(this);
    auto *board = new QWidget(m_bodies);
    QVBoxLayout *rows = column(board);
    rows->addWidget(buildHeader());
    rows->addWidget(m_old);
    rows->addWidget(m_state, 1);
    m_bodies->addWidget(board);
    column(this)->addWidget(m_bodies);
    setFocusProxy(m_services);
    m_state->showLoading();
}

QWidget *ReleasesPage::buildHeader()
{
    auto *bar = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, bar);
    m_service = new Label(TextStyle::Strong, Ink::Primary, bar);
    m_region = new Label(TextStyle::MonoSmall, Ink::Secondary, bar);
    m_url = new Button(QString(), "ext", Button::Variant::Ghost, bar);
    m_url->setSmall(true);
    m_below = new Label(QStringLiteral("›"), TextStyle::Strong, Ink::Tertiary, bar);
    m_below->hide();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_below, m_service, m_region, m_url})
        bar->row()->addWidget(widget);
    bar->row()->addStretch(1);
    for (const char *more : {"releases.watch", "releases.backups", "releases.export"}) {
        auto *button = new Button(m_context.commands.action(more), Button::Variant::Normal, bar);
        button->setIconOnly(std::string_view(more) != "releases.export");
        bar->row()->addWidget(button);
    }
    bar->row()->addWidget(
        new Button(m_context.commands.action("releases.roll_back"), Button::Variant::Danger, bar));
    m_deploy = new Button(m_context.commands.action("releases.deploy"), Button::Variant::Primary, bar);
    bar->row()->addWidget(m_deploy);
    connect(m_url, &QAbstractButton::clicked, this, [this] {
        if (m_model->service())
            QDesktopServices::openUrl(QUrl(QString::fromStdString(m_model->service()->service.url)));
    });
    return bar;
}

QWidget *ReleasesPage::buildLeft()
{
    auto *left = new Surface(Surface::Level::Panel, this);
    left->setProperty("pane", true);
    QVBoxLayout *rows = column(left);
    const auto title = [&](Label *&label, Label **count) {
        auto *bar = new Bar(Bar::Kind::PanelTitle, left);
        label = new Label(TextStyle::Strong, Ink::Primary, bar);
        bar->row()->addWidget(label);
        if (count) {
            *count = new Label(TextStyle::Body, Ink::Secondary, bar);
            bar->row()->addWidget(*count);
        }
        bar->row()->addStretch(1);
        rows->addWidget(bar);
    };
    title(m_servicesTitle, &m_servicesCount);
    m_services = new ReleaseList(ReleaseList::Kind::Services, left);
    m_services->setFitted();
    rows->addWidget(m_services, 1000);
    title(m_acrossTitle, nullptr);
    m_environments = new ReleaseList(ReleaseList::Kind::Environments, left);
    m_environments->setFitted();
    rows->addWidget(m_environments);
    rows->addStretch(1);
    connect(m_services, &ReleaseList::chosen, this, [this](const QString &service) {
        m_model->chooseService(service.toStdString());
        emit addressChanged();
    });
    connect(m_environments, &ReleaseList::chosen, this, [this](const QString &environment) {
        m_model->chooseEnvironment(environment.toStdString());
        emit addressChanged();
    });
    return left;
}

QWidget *ReleasesPage::buildTraffic(QWidget *parent)
{
    auto *traffic = new QWidget(parent);
    auto *rows = new QVBoxLayout(traffic);
    rows->setContentsMargins(kColumnInset, 10, kColumnInset, 12);
    rows->setSpacing(8);
    auto *head = new QHBoxLayout;
    m_trafficTitle = new Label(TextStyle::Strong, Ink::Primary, traffic);
    m_trafficFigures = new Label(TextStyle::Body, Ink::Secondary, traffic);
    m_trafficChange = new Label(TextStyle::Body, Ink::Secondary, traffic);
    head->addWidget(m_trafficTitle);
    head->addWidget(m_trafficFigures);
    head->addStretch(1);
    head->addWidget(m_trafficChange);
    m_bar = new TrafficBar(traffic);
    m_pendingRow = new QWidget(traffic);
    auto *pending = new QHBoxLayout(m_pendingRow);
    pending->setContentsMargins(0, 0, 0, 0);
    m_pendingText = new Label(TextStyle::Body, Ink::Accent, m_pendingRow);
    m_pendingText->setElide(Qt::ElideRight);
    m_cancel =
        new Button(m_context.commands.action("releases.cancel"), Button::Variant::Normal, m_pendingRow);
    m_apply = new Button(m_context.commands.action("releases.apply"), Button::Variant::Primary, m_pendingRow);
    pending->addWidget(m_pendingText, 1);
    pending->addWidget(m_cancel);
    pending->addWidget(m_apply);
    rows->addLayout(head);
    rows->addWidget(m_bar);
    rows->addWidget(m_pendingRow);
    m_pendingRow->hide();
    connect(m_bar, &TrafficBar::shareWished, this,
            [this](int first, int percent) { m_model->setShare(static_cast<std::size_t>(first), percent); });
    connect(m_bar, &TrafficBar::applyWished, this, &ReleasesPage::applyPending);
    connect(m_bar, &TrafficBar::cancelWished, m_model, &ReleasesModel::dropPending);
    return traffic;
}

QWidget *ReleasesPage::buildCentre()
{
    auto *centre = new Surface(Surface::Level::Panel, this);
    QVBoxLayout *rows = column(centre);
    auto *content = new QWidget(centre);
    QVBoxLayout *lines = column(content);
    m_changedBy = new Notice(Notice::Kind::Warning, content);
    connect(m_changedBy->addButton(tr("Understood")), &QAbstractButton::clicked, m_model,
            &ReleasesModel::forgetChangedBy);
    m_moved = new Notice(Notice::Kind::Info, content);
    m_undo = m_moved->addButton(QString(), "undo");
    connect(m_undo, &QAbstractButton::clicked, this, &ReleasesPage::undo);
    auto *bar = new Bar(Bar::Kind::PanelTitle, content);
    m_revisionsTitle = new Label(TextStyle::Strong, Ink::Primary, bar);
    m_revisionsCount = new Label(TextStyle::Body, Ink::Secondary, bar);
    m_hide = new QCheckBox(bar);
    m_hide->setChecked(true);
    bar->row()->addWidget(m_revisionsTitle);
    bar->row()->addWidget(m_revisionsCount);
    bar->row()->addStretch(1);
    buildRehearsal(*bar);
    bar->row()->addWidget(m_hide);
    m_table = new RevisionTable(*m_rows, content);
    m_watchedNotice = new Notice(Notice::Kind::Info, content);
    connect(m_watchedNotice->addButton(tr("Close")), &QAbstractButton::clicked, m_model,
            &ReleasesModel::forgetWatched);
    m_watchedNotice->hide();
    for (QWidget *widget :
         std::initializer_list<QWidget *>{buildTraffic(content), m_changedBy, m_moved, m_watchedNotice, bar})
        lines->addWidget(widget);
    lines->addWidget(m_table, 1);
    m_strip = new WindowStrip(content);
    lines->addWidget(m_strip);
    m_changedBy->hide();
    m_moved->hide();
    m_centreState = new StatePane(content, centre);
    rows->addWidget(m_centreState);
    connect(m_table, &QAbstractItemView::activated, this, [this] { m_diff->setFocus(); });
    connect(m_hide, &QCheckBox::toggled, m_rows, &RevisionRows::setHiding);
    connect(m_table, &RevisionTable::chosen, this, [this](const std::string &revision) {
        m_model->chooseRevision(revision);
        emit addressChanged();
    });
    return centre;
}

QWidget *ReleasesPage::buildRight()
{
    auto *right = new Surface(Surface::Level::Panel, this);
    right->setProperty("pane", true);
    QVBoxLayout *rows = column(right);
    auto *config = new Bar(Bar::Kind::PanelTitle, right);
    m_configTitle = new Label(TextStyle::Strong, Ink::Primary, config);
    m_configSides = new Label(TextStyle::MonoSmall, Ink::Secondary, config);
    m_configSides->setElide(Qt::ElideMiddle);
    m_configCount = new Label(TextStyle::MonoSmall, Ink::Secondary, config);
    config->row()->addWidget(m_configTitle);
    buildAgainst(*config);
    config->row()->addWidget(m_configSides, 1);
    config->row()->addWidget(m_configCount);
    m_diff = new ConfigDiff(right);
    auto *audit = new Bar(Bar::Kind::PanelTitle, right);
    m_auditTitle = new Label(TextStyle::Strong, Ink::Primary, audit);
    audit->row()->addWidget(m_auditTitle);
    audit->row()->addStretch(1);
    m_entries = new ReleaseList(ReleaseList::Kind::Entries, right);
    rows->addWidget(config);
    rows->addWidget(m_diff, 3);
    rows->addWidget(audit);
    rows->addWidget(m_entries, 2);
    return right;
}

void ReleasesPage::retranslate()
{
    m_title->setText(title());
    m_servicesTitle->setText(tr("Services"));
    m_services->setAccessibleName(tr("Services"));
    m_acrossTitle->setText(tr("Across environments"));
    m_environments->setAccessibleName(tr("Across environments"));
    m_trafficTitle->setText(tr("Traffic"));
    m_revisionsTitle->setText(tr("Revisions"));
    m_table->setAccessibleName(tr("Revisions"));
    m_hide->setText(tr("Hide revisions that were never ready"));
    m_configTitle->setText(tr("Config"));
    m_auditTitle->setText(tr("Audit trail"));
    m_entries->setAccessibleName(tr("Audit trail"));
    present();
}

void ReleasesPage::present()
{
    presentState();
    presentHeader();
    const bool utc = m_context.preferences.utc();
    m_services->setLines(serviceLines(*m_model, utc), QString::fromStdString(m_model->serviceName()));
    m_environments->setLines(environmentLines(*m_model, utc), QString::fromStdString(m_model->environment()));
    m_entries->setLines(entryLines(*m_model, utc));
    m_servicesCount->setText(m_model->board() ? QLocale().toString(m_model->board()->services.size())
                                              : QString());
    m_rows->setUtc(utc);
    m_table->choose(m_model->revision());
    m_revisionsCount->setText(m_model->service() ? QLocale().toString(m_model->service()->revisions.size())
                                                 : QString());
    presentTraffic();
    presentMove();
    presentWatched();
    presentRehearsal();
    presentConfig();
    const client::RevisionFigures *figures = m_model->figures(m_model->revision());
    m_strip->setWindows(QString::fromStdString(shortRevision(m_model->revision(), m_model->serviceName())),
                        figures ? figures->windows : std::vector<client::ServingWindow>(),
                        m_model->service() ? m_model->service()->at : WallTime(), utc);
    m_context.commands.update();
}

void ReleasesPage::presentState()
{
    QAction *again = m_context.commands.action("releases.refresh");
    const bool hasBoard = m_model->board().has_value();
    const bool isEmpty = !hasBoard || m_model->board()->services.empty();
    m_old->setVisible(!isEmpty && m_model->problem());
    if (m_model->problem())
        m_old->setText(
            errorSentence(*m_model->problem()),
            tr("What is shown is from %1.")
                .arg(hasBoard ? clockTime(m_model->board()->at, m_context.preferences.utc()) : QString()));
    if (!hasBoard && m_model->problem())
        return m_state->showError(errorSentence(*m_model->problem()), errorAdvice(*m_model->problem()),
                                  again);
    if (!hasBoard && !m_context.engine.isRunning())
        return m_state->showEmpty(tr("The engine is not running, and only it knows the cloud."));
    if (!hasBoard)
        return m_state->showLoading();
    if (m_model->board()->places.empty())
        return m_state->showEmpty(
            tr("This workspace names no cloud. Write cloud: with project and region into batuta.yaml (and "
               "server: local for a Cloud Run on this machine), and read it again."),
            again);
    m_state->showContent();
    if (isEmpty && m_model->problem())
        return m_centreState->showError(errorSentence(*m_model->problem()), errorAdvice(*m_model->problem()),
                                        again);
    if (isEmpty && !m_model->isRead())
        return m_centreState->showLoading();
    if (isEmpty)
        return m_centreState->showEmpty(tr("No service runs in %1. What is deployed there appears here.")
                                            .arg(environmentWord(m_model->environment())),
                                        m_context.commands.action("releases.new_service"));
    if (m_model->serviceProblem() && !m_model->service())
        return m_centreState->showError(errorSentence(*m_model->serviceProblem()),
                                        errorAdvice(*m_model->serviceProblem()), again);
    if (!m_model->service())
        return m_centreState->showLoading();
    m_centreState->showContent();
}

void ReleasesPage::presentHeader()
{
    const bool hasService = m_model->service().has_value();
    m_service->setText(QString::fromStdString(m_model->serviceName()));
    m_below->setVisible(!m_model->serviceName().empty());
    m_region->setText(hasService ? QString::fromStdString(m_model->service()->service.name.region)
                                 : QString());
    const QUrl url(hasService ? QString::fromStdString(m_model->service()->service.url) : QString());
    m_url->setVisible(hasService && !url.isEmpty());
    m_url->setText(url.host() + (url.port() > 0 ? QStringLiteral(":%1").arg(url.port()) : QString()));
    m_url->setAccessibleName(tr("Open %1 in the browser").arg(url.toString()));
    m_deploy->setVariant(isGuarded() ? Button::Variant::Production : Button::Variant::Primary);
    m_deploy->setIconName(isGuarded() ? "lock" : "upload");
}

void ReleasesPage::presentTraffic()
{
    m_rows->present();
    m_bar->setShares(m_model->shares(), m_model->serviceName());
    m_bar->setPending(m_model->isPending());
    m_bar->setLocked(m_model->isMoving() || !whyNoChange().isEmpty());
    m_pendingRow->setVisible(m_model->isPending());
    m_pendingText->setText(tr("Not applied yet"));
    m_changedBy->setVisible(!m_model->changedBy().isEmpty());
    m_changedBy->setText(tr("Changed by %1.").arg(personWord(m_model->changedBy().toStdString())),
                         tr("Your change was dropped; the bar shows what serves now."));
    if (!m_model->service())
        return;
    const client::ServiceBoard &board = *m_model->service();
    double rate = 0, instances = 0;
    bool hasRate = false, hasInstances = false;
    for (const client::RevisionFigures &figures : board.figures) {
        rate += figures.requestsPerSecond.value_or(0);
        instances += figures.instances.value_or(0);
        hasRate = hasRate || figures.requestsPerSecond;
        hasInstances = hasInstances || figures.instances;
    }
    QStringList parts;
    if (hasRate)
        parts << rateWord(rate);
    if (hasInstances)
        parts << tr("%n instance(s)", nullptr, static_cast<int>(instances));
    if (parts.isEmpty())
        parts << (board.figuresProblem ? tr("no figures: %1").arg(errorSentence(*board.figuresProblem))
                                       : tr("no figures yet"));
    m_trafficFigures->setText(parts.join(QStringLiteral(", ")));
    m_trafficChange->setText(
        tr("last change %1 by %2")
            .arg(releaseTime(board.service.updated, board.at, m_context.preferences.utc()),
                 personWord(board.service.lastModifier)));
    m_context.commands.update();
}

} // namespace batuta::views
