// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/connection.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPainter>

namespace batuta::views {
namespace {

QString checkWord(const QString &name)
{
    static const std::pair<const char *, const char *> kWords[] = {
        {"workspace", QT_TRANSLATE_NOOP("Connection", "Workspace folder")},
        {"flows", QT_TRANSLATE_NOOP("Connection", "Flow files")},
        {"sandbox", QT_TRANSLATE_NOOP("Connection", "Sandbox functions")},
        {"history", QT_TRANSLATE_NOOP("Connection", "History on disk")},
        {"log", QT_TRANSLATE_NOOP("Connection", "Engine log")},
        {"engine", QT_TRANSLATE_NOOP("Connection", "Engine thread")},
        {"address", QT_TRANSLATE_NOOP("Connection", "Address")},
        {"network", QT_TRANSLATE_NOOP("Connection", "Network")},
        {"certificate", QT_TRANSLATE_NOOP("Connection", "Certificate")},
        {"token", QT_TRANSLATE_NOOP("Connection", "Token")},
        {"answer", QT_TRANSLATE_NOOP("Connection", "Engine's answer")},
    };
    for (const auto &[key, text] : kWords)
        if (name == key)
            return QCoreApplication::translate("Connection", text);
    return name;
}

void clear(QWidget *holder)
{
    qDeleteAll(holder->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

Surface *column(Label *title, QWidget *body, Surface::Level level, QWidget *parent)
{
    auto *surface = new Surface(level, parent);
    auto *layout = new QVBoxLayout(surface);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(body, 1);
    return surface;
}

} // namespace

UnreachableStrip::UnreachableStrip(const EngineLink &link, Actions actions, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_strong(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_text(new Label(TextStyle::Body, Ink::Primary, this))
    , m_attempt(new Label(TextStyle::Body, Ink::Secondary, this))
    , m_details(new Button(QString(), "info", Button::Variant::Normal, this))
    , m_retry(new Button(actions.retry, Button::Variant::Normal, this))
{
    m_strong->setStatus(Status::Failed);
    m_text->setElide(Qt::ElideRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(46, 0, 14, 0);
    row->setSpacing(10);
    row->addWidget(m_strong);
    row->addWidget(m_text, 1);
    row->addWidget(m_attempt);
    row->addWidget(m_details);
    row->addWidget(m_retry);
    if (actions.signIn)
        row->addWidget(m_signIn = new Button(actions.signIn, Button::Variant::Primary, this));
    if (actions.start)
        row->addWidget(new Button(actions.start, Button::Variant::Primary, this));
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &UnreachableStrip::refresh);
    connect(m_details, &QAbstractButton::clicked, this, &UnreachableStrip::detailsWanted);
    connect(&link, &EngineLink::attemptsChanged, this, &UnreachableStrip::refresh);
    connect(&link, &EngineLink::stateChanged, this, [this] {
        const bool gone = m_link.state() == EngineLink::State::Unreachable;
        setVisible(gone);
        gone ? m_clock.start() : m_clock.stop();
        refresh();
    });
    const auto size = [this] { setFixedHeight(themeOf(this).scaled(48)); };
    connect(&themeOf(this), &Theme::changed, this, size);
    size();
    setVisible(link.state() == EngineLink::State::Unreachable);
    refresh();
}

void UnreachableStrip::refresh()
{
    const bool wasHeard = m_link.heardAt() != WallTime{};
    const WallTime since = wasHeard ? m_link.heardAt() : m_link.since();
    const auto gone = std::chrono::duration_cast<std::chrono::seconds>(SystemClock().wall() - since);
    const QString age = gone < std::chrono::minutes(2) ? tr("%1 s").arg(gone.count()) : durationWord(gone);
    m_strong->setText(tr("Engine unreachable"));
    Error reason = m_link.reason();
    if (!reason.detail.empty())
        reason.subject.clear(); // which engine stands in the status bar
    const QString why = errorSentence(reason);
    m_text->setText(wasHeard ? tr("Showing data from %1, %2 old. %3").arg(clockTime(since, false), age, why)
                             : why);
    const int next = m_link.nextAttempt();
    m_attempt->setText(
        next < 0 ? tr("Attempt %1, asking now").arg(m_link.attempts() + 1)
                 : tr("Attempt %1, next in %2 s").arg(m_link.attempts()).arg(qMax(1, (next + 500) / 1000)));
    m_attempt->setVisible(m_link.isRetrying());
    m_retry->setVisible(m_link.isRetrying());
    if (m_signIn)
        m_signIn->setVisible(m_link.reason().code == ErrorCode::HttpUnauthorized ||
                             m_link.reason().code == ErrorCode::NetTls);
    m_details->setText(tr("Details"));
    m_details->setAccessibleName(m_details->text());
    m_details->updateGeometry();
    setAccessibleName(m_strong->text());
}

void UnreachableStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void UnreachableStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Role &role = theme.colors().of(Status::Failed);
    painter.fillRect(rect(), role.soft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), role.softBorder);
    const int size = theme.scaled(18);
    painter.drawPixmap(16, (height() - size) / 2, theme.pixmap("unplug", size, role.fg, devicePixelRatioF()));
}

ConnectionPanel::ConnectionPanel(const EngineLink &link, const EngineControl &control, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_control(control)
    , m_title(new Label(TextStyle::Strong))
    , m_place(new Label(TextStyle::Small, Ink::Tertiary))
    , m_copy(new Button(QString(), "copy"))
    , m_other(new Button(QString(), "plug"))
    , m_close(new Button(QString(), "x", Button::Variant::Ghost))
    , m_checks(new QWidget)
    , m_lines(new CodeView)
    , m_works(new QWidget)
    , m_checksTitle(new Label(TextStyle::Caption, Ink::Tertiary))
    , m_linesTitle(new Label(TextStyle::Caption, Ink::Tertiary))
    , m_worksTitle(new Label(TextStyle::Caption, Ink::Tertiary))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 1, 0, 0);
    whole->setSpacing(0);
    auto *bar = new Bar(Bar::Kind::PanelTitle);
    m_place->setElide(Qt::ElideMiddle);
    for (Button *button : {m_copy, m_other, m_close})
        button->setSmall(true);
    m_close->setIconOnly(true);
    bar->row()->addWidget(m_title);
    bar->row()->addWidget(m_place, 1);
    bar->row()->addWidget(m_copy);
    bar->row()->addWidget(m_other);
    bar->row()->addWidget(m_close);
    whole->addWidget(bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    whole->addLayout(row, 1);
    row->addWidget(column(m_checksTitle, m_checks, Surface::Level::Panel, this), 5);
    row->addWidget(column(m_linesTitle, m_lines, Surface::Level::Canvas, this), 5);
    row->addWidget(column(m_worksTitle, m_works, Surface::Level::Panel, this), 3);
    new QGridLayout(m_checks);
    new QVBoxLayout(m_works);
    connect(m_close, &QAbstractButton::clicked, this, &ConnectionPanel::closeRequested);
    connect(m_other, &QAbstractButton::clicked, this, &ConnectionPanel::otherEngineWanted);
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(diagnosticText());
        emit told(tr("Diagnosis copied"));
    });
    const auto follow = [this] {
        if (isVisible())
            refresh();
    };
    connect(&link, &EngineLink::stateChanged, this, follow);
    connect(&link, &EngineLink::attemptsChanged, this, follow);
    setFixedHeight(themeOf(this).scaled(250));
}

void ConnectionPanel::refresh()
{
    const WorkspaceInfo info = m_control.workspace();
    m_title->setText(tr("Connection"));
    m_place->setText(info.isElsewhere() ? tr("engine at %1, workspace %2").arg(info.place, info.folder)
                                        : tr("engine inside this window, workspace %1").arg(info.folder));
    m_copy->setText(tr("Copy diagnosis"));
    m_other->setText(tr("Choose another engine"));
    m_close->setText(tr("Close"));
    for (Button *button : {m_copy, m_other, m_close}) {
        button->setAccessibleName(button->text());
        button->updateGeometry();
    }
    m_checksTitle->setText(tr("Checks"));
    m_linesTitle->setText(info.isElsewhere() ? tr("Last attempts") : tr("Last engine lines"));
    m_worksTitle->setText(tr("What still works"));
    m_lines->setAccessibleName(m_linesTitle->text());
    setAccessibleName(m_title->text());
    const Diagnosis diagnosis = m_control.diagnosis();
    fillChecks(diagnosis);
    m_lines->setCode(diagnosis.lastLines.join('\n'), CodeView::Language::Plain);
    m_lines->moveCursor(QTextCursor::End);
    m_lines->moveCursor(QTextCursor::StartOfLine);
    fillWorks();
}

void ConnectionPanel::fillChecks(const Diagnosis &diagnosis)
{
    clear(m_checks);
    auto *grid = static_cast<QGridLayout *>(m_checks->layout());
    grid->setContentsMargins(0, 2, 0, 0);
    grid->setColumnStretch(2, 1);
    grid->setVerticalSpacing(7);
    int row = 0;
    for (const EngineCheck &check : diagnosis.checks) {
        auto *detail = new Label(check.detail, TextStyle::Mono, Ink::Secondary);
        if (check.status == Status::Failed)
            detail->setStatus(Status::Failed);
        detail->setElide(Qt::ElideMiddle);
        grid->addWidget(new StatusGlyph(check.status), row, 0, Qt::AlignVCenter);
        grid->addWidget(new Label(checkWord(check.name), TextStyle::Body), row, 1);
        grid->addWidget(detail, row++, 2);
    }
    grid->setRowStretch(row, 1);
}

void ConnectionPanel::fillWorks()
{
    clear(m_works);
    auto *list = static_cast<QVBoxLayout *>(m_works->layout());
    while (list->count() > 0)
        std::unique_ptr<QLayoutItem>(list->takeAt(0)).reset();
    list->setContentsMargins(0, 2, 0, 0);
    list->setSpacing(7);
    const bool running = m_link.isRunning();
    const std::pair<QString, bool> lines[] = {
        {tr("Read what is on the screen"), true},     {tr("Copy ids, inputs and commands"), true},
        {tr("Theme, language and settings"), true},   {tr("Start or cancel flows"), running},
        {tr("Live updates and older runs"), running},
    };
    for (const auto &[text, works] : lines) {
        auto *line = new Label((works ? QString::fromUtf8("✓  ") : QString::fromUtf8("✕  ")) + text,
                               TextStyle::Body, works ? Ink::Primary : Ink::Tertiary);
        line->setElide(Qt::ElideRight);
        list->addWidget(line);
    }
    list->addStretch(1);
}

QString ConnectionPanel::diagnosticText() const
{
    const Diagnosis diagnosis = m_control.diagnosis();
    QStringList lines;
    for (const EngineCheck &check : diagnosis.checks)
        lines << QString("%1: %2 (%3)").arg(check.name, check.detail, statusWord(check.status));
    return (lines + diagnosis.lastLines).join('\n');
}

void ConnectionPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && isVisible())
        refresh();
    QWidget::changeEvent(event);
}

void ConnectionPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).colors().borderStrong);
}

} // namespace batuta::views
