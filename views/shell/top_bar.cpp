// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/top_bar.h"

#include "views/shell/environment_tag.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/command_registry.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace batuta::views {
namespace {

/// The sign at the left end: opens the menu of all commands.
class Sign final : public QAbstractButton
{
public:
    explicit Sign(QWidget *parent)
        : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {themeOf(this).scaled(36), themeOf(this).scaled(32)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &c = themeOf(this).colors();
        if (underMouse() || isDown())
            drawBox(painter, rect(), 5, c.active, {});
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            drawFocusRing(painter, rect(), 5, c.focus, true);
        const qreal side = themeOf(this).scaled(24);
        drawBaton(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), c);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            return click();
        QAbstractButton::keyPressEvent(event);
    }
};

} // namespace

EnginePill::EnginePill(const EngineLink &link, QWidget *parent)
    : QAbstractButton(parent)
    , m_link(link)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &EnginePill::refresh);
    connect(&link, &EngineLink::stateChanged, this, &EnginePill::refresh);
    connect(&link, &EngineLink::infoChanged, this, &EnginePill::refresh);
    connect(&themeOf(this), &Theme::changed, this, &EnginePill::refresh);
    refresh();
}

void EnginePill::refresh()
{
    const bool counting = m_link.state() == EngineLink::State::Unreachable;
    if (counting != m_clock.isActive())
        counting ? m_clock.start() : m_clock.stop();
    const QString whole = detail().isEmpty() ? state() : state() + ", " + detail();
    if (accessibleName() == whole && !counting)
        return;
    setAccessibleName(whole);
    setToolTip(counting ? errorSentence(m_link.reason()) : QString());
    updateGeometry();
    update();
}

QString EnginePill::state() const
{
    switch (m_link.state()) {
    case EngineLink::State::Starting:
        return tr("Engine starting");
    case EngineLink::State::Stopping:
        return tr("Engine finishing");
    case EngineLink::State::Unreachable:
        return tr("Engine unreachable");
    case EngineLink::State::Running:
        break;
    }
    return tr("Engine %1").arg(QString::fromStdString(m_link.info().version));
}

QString EnginePill::detail() const
{
    if (m_link.state() == EngineLink::State::Unreachable) {
        const auto gone =
            std::chrono::duration_cast<std::chrono::seconds>(SystemClock().wall() - m_link.since());
        return QString::number(gone.count()) + QChar(0x2009) + 's';
    }
    if (m_link.state() == EngineLink::State::Starting)
        return {};
    const int running = m_link.running();
    return running == 0 ? tr("idle") : tr("%n running", nullptr, running);
}

Status EnginePill::role() const
{
    switch (m_link.state()) {
    case EngineLink::State::Starting:
        return Status::Running;
    case EngineLink::State::Stopping:
        return Status::Waiting;
    case EngineLink::State::Unreachable:
        return Status::Failed;
    case EngineLink::State::Running:
        break;
    }
    return Status::Success;
}

QSize EnginePill::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics metrics(theme.font(TextStyle::Small));
    const int rest = detail().isEmpty() ? 0 : metrics.horizontalAdvance(detail()) + 21;
    return {metrics.horizontalAdvance(state()) + rest + 36, theme.scaled(26)};
}

void EnginePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const bool bad = m_link.state() == EngineLink::State::Unreachable;
    const Role &failed = c.of(Status::Failed);
    drawBox(painter, rect(), 4,
            bad            ? failed.soft
            : underMouse() ? c.active
                           : c.raised,
            bad ? failed.softBorder : c.borderSubtle);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect(), 4, c.focus, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.of(role()).solid);
    painter.drawEllipse(QPointF(14, height() / 2.0), 3.5, 3.5);
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(bad ? failed.fg : c.textPrimary);
    int x = 25;
    painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter, state());
    x += painter.fontMetrics().horizontalAdvance(state());
    if (detail().isEmpty())
        return;
    painter.fillRect(QRect(x + 10, 6, 1, height() - 12), bad ? failed.softBorder : c.borderStrong);
    painter.setPen(bad ? failed.fg : c.textSecondary);
    painter.drawText(QRect(x + 20, 0, width(), height()), Qt::AlignVCenter, detail());
}

void EnginePill::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QAbstractButton::changeEvent(event);
}

SearchField::SearchField(QAction *action, QWidget *parent)
    : QAbstractButton(parent)
    , m_action(action)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    const auto follow = [this] {
        setAccessibleName(m_action->text());
        update();
    };
    connect(action, &QAction::changed, this, follow);
    follow();
}

QSize SearchField::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.scaled(500), theme.scaled(28)};
}

QSize SearchField::minimumSizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.scaled(160), theme.scaled(28)};
}

void SearchField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    drawBox(painter, rect(), 5, c.raised, c.borderControl);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect(), 5, c.focus, true);
    const int size = theme.scaled(14);
    painter.drawPixmap(9, (height() - size) / 2,
                       theme.pixmap("search", size, c.textSecondary, devicePixelRatioF()));
    const QStringList caps = m_action->shortcut().toString(QKeySequence::NativeText).split('+');
    painter.setFont(theme.font(TextStyle::Micro));
    int right = width() - 6;
    for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
        const int wide = qMax(theme.scaled(18), painter.fontMetrics().horizontalAdvance(*cap) + 10);
        const QRect box(right - wide, (height() - theme.scaled(18)) / 2, wide, theme.scaled(18));
        drawBox(painter, box, 4, c.panel, c.borderStrong);
        painter.setPen(c.textSecondary);
        painter.drawText(box, Qt::AlignCenter, *cap);
        right -= wide + 4;
    }
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(c.textTertiary);
    const QRect text(9 + size + 7, 0, right - size - 24, height());
    painter.drawText(text, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(tr("Search, paste an ID, or run a command"),
                                                      Qt::ElideRight, text.width()));
}

TopBar::TopBar(const WorkspaceInfo &workspace, const EngineLink &link, CommandRegistry &commands,
               QWidget *parent)
    : QWidget(parent)
    , m_info(workspace)
    , m_menu(new Sign(this))
    , m_workspace(new Button(workspace.name, workspace.isElsewhere() ? "plug" : "folder",
                             Button::Variant::Ghost, this))
    , m_search(new SearchField(commands.action("app.palette"), this))
    , m_pill(new EnginePill(link, this))
    , m_environment(new EnvironmentTag(workspace.environment, this))
{
    m_workspace->setHasMenu(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 12, 0);
    row->setSpacing(8);
    row->addSpacing(20);
    row->addWidget(m_menu);
    row->addSpacing(18);
    row->addWidget(m_workspace);
    row->addWidget(m_environment);
    row->addStretch(1);
    row->addWidget(m_search, 3);
    row->addStretch(1);
    row->addWidget(m_pill);
    connect(m_menu, &QAbstractButton::clicked, this,
            [this] { emit menuWanted(m_menu->mapToGlobal(QPoint(0, m_menu->height() + 4))); });
    connect(m_workspace, &QAbstractButton::clicked, this, [this] {
        emit workspaceMenuWanted(m_workspace->mapToGlobal(QPoint(0, m_workspace->height() + 4)));
    });
    connect(m_pill, &QAbstractButton::clicked, this, &TopBar::engineWanted);
    connect(m_environment, &QAbstractButton::clicked, this,
            [this] { emit environmentMenuWanted(environmentMenuPlace()); });
    const auto size = [this] { setFixedHeight(themeOf(this).scaled(44)); };
    connect(&themeOf(this), &Theme::changed, this, size);
    size();
    retranslate();
}

void TopBar::setWorkspace(const WorkspaceInfo &workspace)
{
    m_info = workspace;
    m_workspace->setText(workspace.name);
    m_workspace->updateGeometry();
    m_environment->setName(workspace.environment);
    retranslate();
}

void TopBar::setUnlocked(int seconds)
{
    m_environment->setUnlocked(seconds);
}

QPoint TopBar::environmentMenuPlace() const
{
    return m_environment->mapToGlobal(QPoint(0, m_environment->height() + 4));
}

void TopBar::retranslate()
{
    m_menu->setAccessibleName(tr("All commands"));
    m_menu->setToolTip(m_menu->accessibleName() + "  F10");
    m_workspace->setAccessibleName(tr("Workspace %1").arg(m_info.name));
    m_workspace->setToolTip(m_info.isElsewhere() ? m_info.place + '\n' + m_info.folder : m_info.folder);
    m_environment->setToolTip(tr("Environment of this engine") + QStringLiteral("  Ctrl+Shift+E"));
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    m_search->setMaximumWidth(themeOf(this).scaled(500));
    QWidget::resizeEvent(event);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
}

} // namespace batuta::views
