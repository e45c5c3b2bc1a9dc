// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/status_strip.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QPainter>
#include <QTimeZone>

namespace batuta::views {
namespace {

/// The environment's colour and word at the right end.
class Segment final : public QWidget
{
public:
    Segment(const QString &name, QWidget *parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
        setName(name);
    }

    void setName(const QString &name)
    {
        m_kind = environmentKind(name.toStdString());
        m_text = environmentWord(name.toStdString());
        setAccessibleName(m_text);
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        return {QFontMetrics(theme.font(TextStyle::Strong)).horizontalAdvance(m_text) + 24, theme.scaled(24)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        const Role &role = theme.colors().of(m_kind);
        painter.fillRect(rect(), role.solid);
        QFont font = theme.font(TextStyle::Caption);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(role.onSolid);
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    EnvironmentKind m_kind = EnvironmentKind::Dev;
    QString m_text;
};

QString zoneText(bool utc)
{
    if (utc)
        return "UTC";
    const QDateTime now = QDateTime::currentDateTime();
    const int offset = now.offsetFromUtc() / 60;
    const QString zone =
        QString::fromLatin1(QTimeZone::systemTimeZoneId()).section('/', -1).replace('_', ' ');
    if (offset == 0)
        return zone == "UTC" || zone.isEmpty() ? QStringLiteral("UTC") : zone + ", UTC";
    return QString("%1, UTC%2%3:%4")
        .arg(zone)
        .arg(offset < 0 ? QChar(0x2212) : QChar('+'))
        .arg(qAbs(offset) / 60, 2, 10, QChar('0'))
        .arg(qAbs(offset) % 60, 2, 10, QChar('0'));
}

} // namespace

StatusStrip::StatusStrip(Context context, WorkspaceInfo workspace, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_workspace(std::move(workspace))
    , m_link(new Button(QString(), "plug", Button::Variant::Ghost, this))
    , m_problems(new Button(QString(), "warn", Button::Variant::Ghost, this))
    , m_told(new Label(TextStyle::Caption, Ink::Accent, this))
    , m_zone(new Button(QString(), {}, Button::Variant::Ghost, this))
    , m_language(new Button(QString(), {}, Button::Variant::Ghost, this))
    , m_version(new Label(TextStyle::Caption, Ink::Secondary, this))
    , m_segment(new Segment(m_workspace.environment, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 0, 0);
    row->setSpacing(2);
    for (Button *button : {m_link, m_problems, m_zone, m_language})
        button->setSmall(true);
    row->addWidget(m_link);
    row->addWidget(m_problems);
    row->addSpacing(8);
    row->addWidget(m_told, 1);
    row->addWidget(m_zone);
    row->addWidget(m_language);
    row->addSpacing(6);
    row->addWidget(m_version);
    row->addSpacing(10);
    row->addWidget(m_segment);
    m_forget.setSingleShot(true);
    m_forget.setInterval(4000);
    connect(&m_forget, &QTimer::timeout, m_told, &QLabel::clear);
    connect(m_link, &QAbstractButton::clicked, this, &StatusStrip::engineWanted);
    connect(m_problems, &QAbstractButton::clicked, this, &StatusStrip::problemsWanted);
    connect(m_zone, &QAbstractButton::clicked, this,
            [this] { m_context.preferences.setUtc(!m_context.preferences.utc()); });
    connect(m_language, &QAbstractButton::clicked, this, [this] {
        Preferences &preferences = m_context.preferences;
        preferences.setLanguage(preferences.language() == "en" ? "pt_BR" : "en");
    });
    connect(&context.preferences, &Preferences::changed, this, &StatusStrip::refresh);
    connect(&context.engine, &EngineLink::stateChanged, this, &StatusStrip::refresh);
    connect(&context.engine, &EngineLink::infoChanged, this, &StatusStrip::refresh);
    connect(&context.engine, &EngineLink::attemptsChanged, this, &StatusStrip::refresh);
    const auto size = [this] { setFixedHeight(themeOf(this).scaled(24)); };
    connect(&themeOf(this), &Theme::changed, this, size);
    size();
    refresh();
}

void StatusStrip::setWorkspace(const WorkspaceInfo &workspace)
{
    m_workspace = workspace;
    static_cast<Segment *>(m_segment)->setName(workspace.environment);
    refresh();
}

void StatusStrip::tell(const QString &text)
{
    m_told->setText(text);
    m_told->setAccessibleName(text);
    m_forget.start();
}

void StatusStrip::refresh()
{
    const EngineLink &link = m_context.engine;
    const auto say = [](Button *button, const QString &text, const QString &hint) {
        if (button->text() == text && button->toolTip() == hint)
            return;
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
        button->updateGeometry();
    };
    // An engine elsewhere is named first: two windows must not be mistaken for each other.
    const auto named = [this](const QString &text) {
        return m_workspace.isElsewhere() ? m_workspace.place + " · " + text : text;
    };
    switch (link.state()) {
    case EngineLink::State::Starting:
        say(m_link, named(tr("Connecting")), {});
        break;
    case EngineLink::State::Stopping:
        say(m_link, named(tr("Finishing")), {});
        break;
    case EngineLink::State::Unreachable:
        say(m_link, named(link.isRetrying() ? tr("Disconnected, retrying") : tr("Disconnected")),
            errorSentence(link.reason()));
        break;
    case EngineLink::State::Running:
        say(m_link, named(tr("Connected · %1 ms").arg(link.latency())),
            tr("Time of the engine's last answer"));
        break;
    }
    m_link->setIconName(link.state() == EngineLink::State::Unreachable ? "unplug" : "plug");
    const int problems = static_cast<int>(link.info().problems.size());
    m_problems->setVisible(problems > 0);
    say(m_problems, tr("%n problem(s)", nullptr, problems),
        tr("Show what is wrong in the workspace's files"));
    say(m_zone, zoneText(m_context.preferences.utc()), tr("Switch between local time and UTC"));
    const bool english = m_context.preferences.language() == "en";
    say(m_language, english ? "en" : "pt-BR", tr("Switch between English and Portuguese"));
    m_version->setText(tr("Batuta %1").arg(QCoreApplication::applicationVersion()));
}

void StatusStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, 0, width(), 1), c.borderSubtle);
}

} // namespace batuta::views
