// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/filter_line.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace batuta::views {

namespace {

struct FilterWords
{
    const char *key;
    const char *is;
    const char *isNot = nullptr;
};

constexpr FilterWords kWords[] = {
    {"status", QT_TRANSLATE_NOOP("RunFilters", "status is %1"),
     QT_TRANSLATE_NOOP("RunFilters", "status is not %1")},
    {"flow", QT_TRANSLATE_NOOP("RunFilters", "flow is %1"),
     QT_TRANSLATE_NOOP("RunFilters", "flow is not %1")},
    {"trigger", QT_TRANSLATE_NOOP("RunFilters", "trigger is %1"),
     QT_TRANSLATE_NOOP("RunFilters", "trigger is not %1")},
    {"flow_version", QT_TRANSLATE_NOOP("RunFilters", "version is %1"),
     QT_TRANSLATE_NOOP("RunFilters", "version is not %1")},
    {"environment", QT_TRANSLATE_NOOP("RunFilters", "environment is %1"),
     QT_TRANSLATE_NOOP("RunFilters", "environment is not %1")},
    {"revision", QT_TRANSLATE_NOOP("RunFilters", "revision is %1"),
     QT_TRANSLATE_NOOP("RunFilters", "revision is not %1")},
    {"error_code", QT_TRANSLATE_NOOP("RunFilters", "error is %1"),
     QT_TRANSLATE_NOOP("RunFilters", "error is not %1")},
    {"user_id", QT_TRANSLATE_NOOP("RunFilters", "subject is %1")},
    {"session_id", QT_TRANSLATE_NOOP("RunFilters", "session is %1")},
    {"correlation_id", QT_TRANSLATE_NOOP("RunFilters", "correlation is %1")},
    {"failure", QT_TRANSLATE_NOOP("RunFilters", "failure group %1")},
    {"since", QT_TRANSLATE_NOOP("RunFilters", "started after %1")},
    {"until", QT_TRANSLATE_NOOP("RunFilters", "started before %1")},
};

/// One value, or those that are left out, as a person reads them.
QString valueWords(const QString &key, const QString &value)
{
    if (key == "since" || key == "until")
        return QString(value).remove(".000000").replace('T', ' ').chopped(1);
    if (!RunFilter::canExclude(key))
        return value;
    const client::Choice choice(value.toStdString());
    QStringList words;
    for (const std::string &one : choice.values())
        words << (key == "status" ? statusWord(one).toLower() : QString::fromStdString(one));
    return words.join(QStringLiteral(", "));
}

} // namespace

QString filterWords(const QString &key, const QString &value)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("RunFilters", text); };
    for (const FilterWords &words : kWords)
        if (key == words.key)
            return say(words.isNot && value.startsWith('!') ? words.isNot : words.is)
                .arg(valueWords(key, value));
    const QString number = value.left(value.size() - 1);
    const QChar unit = value.isEmpty() ? QChar() : value.back();
    if (unit == 'd')
        return say(QT_TRANSLATE_NOOP("RunFilters", "started in last %1 d")).arg(number);
    if (unit == 'h')
        return say(QT_TRANSLATE_NOOP("RunFilters", "started in last %1 h")).arg(number);
    return say(QT_TRANSLATE_NOOP("RunFilters", "started in last %1 min")).arg(number);
}

FilterChip::FilterChip(const QString &key, const QString &value, QWidget *parent)
    : QAbstractButton(parent)
    , m_key(key)
    , m_value(value)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    retranslate();
}

void FilterChip::retranslate()
{
    setText(filterWords(m_key, m_value));
    setAccessibleName(tr("Remove the filter: %1").arg(text()));
    setToolTip(accessibleName());
    updateGeometry();
}

void FilterChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

QSize FilterChip::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int text = QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(this->text());
    return {qMin(theme.scaled(320), text + theme.scaled(34)), theme.scaled(20)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Role &role = theme.colors().accent;
    const int cross = theme.scaled(12);
    drawBox(painter, rect(), 4, role.soft, role.softBorder);
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(role.fg);
    const QRect room = rect().adjusted(8, 0, -cross - 10, 0);
    painter.drawText(room, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, room.width()));
    painter.drawPixmap(
        width() - cross - 6, (height() - cross) / 2,
        theme.pixmap("x", cross, underMouse() ? theme.colors().textPrimary : role.fg, devicePixelRatioF()));
    if (hasFocus())
        drawFocusRing(painter, rect(), 4, theme.colors().focus, true);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Return)
        return click();
    QAbstractButton::keyPressEvent(event);
}

FilterLine::FilterLine(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_field(new QLineEdit(this))
    , m_problem(new Label(TextStyle::Caption, Ink::Secondary, this))
{
    m_field->setProperty("bare", true);
    m_field->setFrame(false);
    m_field->setMaxLength(300);
    m_field->setMinimumWidth(120);
    m_field->installEventFilter(this);
    m_problem->setStatus(Status::Failed);
    m_problem->setElide(Qt::ElideRight);
    m_problem->hide();
    m_row->setSpacing(6);
    m_row->addWidget(m_field, 1);
    m_row->addWidget(m_problem, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (!m_field->text().trimmed().isEmpty())
            emit typed(m_field->text().trimmed());
    });
    connect(m_field, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    connect(&themeOf(this), &Theme::changed, this, &FilterLine::dress);
    retranslate();
    dress();
}

void FilterLine::dress()
{
    const Theme &theme = themeOf(this);
    setFixedHeight(theme.scaled(28));
    m_row->setContentsMargins(theme.scaled(14) + 16, 1, 8, 1);
    m_field->setFont(theme.font(TextStyle::Body));
    update();
}

void FilterLine::retranslate()
{
    m_field->setPlaceholderText(tr("Add a filter, or type an ID"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setToolTip(tr("status:failed, flow:update_profile, flow:!heartbeat, user:, session:, "
                           "correlation:, last:6h, or an ID"));
}

void FilterLine::setFilter(const RunFilter &filter)
{
    for (FilterChip *chip : std::exchange(m_chips, {})) {
        chip->hide();
        chip->deleteLater();
    }
    for (const QString &key : filter.keys()) {
        auto *chip = new FilterChip(key, filter.value(key), this);
        m_row->insertWidget(static_cast<int>(m_chips.size()), chip);
        connect(chip, &QAbstractButton::clicked, this, [this, key] { emit removed(key); });
        m_chips.append(chip);
        chip->show();
    }
    QWidget *before = nullptr;
    for (FilterChip *chip : m_chips) {
        if (before)
            setTabOrder(before, chip);
        before = chip;
    }
    if (before)
        setTabOrder(before, m_field);
}

void FilterLine::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_field->setAccessibleDescription(problem);
    update();
}

void FilterLine::clearText()
{
    m_field->clear();
    setProblem({});
}

void FilterLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool FilterLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Backspace && m_field->text().isEmpty() && !m_chips.isEmpty()) {
        emit removed(m_chips.last()->key());
        return true;
    }
    if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down) {
        if (key->key() == Qt::Key_Escape)
            clearText();
        emit left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FilterLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const bool isWrong = !m_problem->text().isEmpty();
    drawBox(painter, rect(), 5, c.panel, isWrong ? c.of(Status::Failed).solid : c.borderControl);
    if (m_field->hasFocus())
        drawFocusRing(painter, rect(), 5, isWrong ? c.of(Status::Failed).solid : c.focus, true);
    const int icon = theme.scaled(14);
    painter.drawPixmap(9, (height() - icon) / 2,
                       theme.pixmap("filter", icon, c.textTertiary, devicePixelRatioF()));
}

} // namespace batuta::views
