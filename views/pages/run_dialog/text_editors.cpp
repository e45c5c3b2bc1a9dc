// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/text_editors.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/words.h"

#include <QAction>
#include <QBoxLayout>
#include <QCalendarWidget>
#include <QDateTime>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

namespace batuta::views {

LineEditor::LineEditor(InputForm &form, const InputField &field, QWidget *parent)
    : FieldEditor(form, field, parent)
    , m_line(new QLineEdit(this))
{
    m_line->setMaxLength(kLongestLine);
    m_line->setTextMargins(4, 0, 4, 0);
    setControl(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &LineEditor::write);
    connect(m_line, &QLineEdit::inputRejected, this, [this] {
        emit refused(
            tr("A line holds up to %1 characters; the rest was left out. Use the JSON view for longer text.")
                .arg(QLocale().toString(kLongestLine)));
    });
    connect(&themeOf(this), &Theme::changed, this, &LineEditor::dress);
    dress();
}

QWidget *LineEditor::control() const
{
    return m_line;
}

void LineEditor::refresh()
{
    const QString text = form().text(name());
    const bool isLong = text.size() > kLongestLine;
    m_line->setReadOnly(isLong);
    if (isLong)
        m_line->setText({});
    else if (m_line->text() != text)
        m_line->setText(text);
    m_line->setPlaceholderText(isLong ? tr("%1 of text: use the JSON view").arg(sizeWord(text.size()))
                                      : hint());
    showTick();
}

void LineEditor::write(const QString &text)
{
    form().setText(name(), text);
    emit edited();
}

void LineEditor::dress()
{
    m_line->setFont(themeOf(this).font(TextStyle::Mono));
    m_line->setFixedHeight(themeOf(this).scaled(28));
    if (m_tick)
        m_line->removeAction(m_tick);
    m_tick = nullptr;
    showTick();
}

void LineEditor::showTick()
{
    const json::Object &rules = field().rules.asObject();
    const bool isChecked = rules.contains("pattern") || rules.contains("format");
    const bool isGood = isChecked && form().value(name()) && !form().problem(name());
    if (isGood && !m_tick) {
        const Theme &theme = themeOf(this);
        const QColor color = theme.colors().of(Status::Success).fg;
        m_tick = m_line->addAction(QIcon(theme.pixmap("check", theme.scaled(14), color, devicePixelRatioF())),
                                   QLineEdit::TrailingPosition);
    }
    if (m_tick)
        m_tick->setVisible(isGood);
}

SecretEditor::SecretEditor(InputForm &form, const InputField &field, QWidget *parent)
    : LineEditor(form, field, parent)
    , m_reveal(new Button({}, "eye", Button::Variant::Ghost, this))
{
    line()->setEchoMode(QLineEdit::Password);
    line()->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_reveal->setIconOnly(true);
    layout()->addWidget(m_reveal);
    connect(m_reveal, &QAbstractButton::pressed, line(), [this] { line()->setEchoMode(QLineEdit::Normal); });
    connect(m_reveal, &QAbstractButton::released, line(),
            [this] { line()->setEchoMode(QLineEdit::Password); });
    SecretEditor::retranslate();
}

void SecretEditor::retranslate()
{
    const QString text = tr("Show %1 while held").arg(QString::fromStdString(field().name));
    m_reveal->setText(text);
    m_reveal->setAccessibleName(text);
    m_reveal->setToolTip(text);
}

DateTimeEditor::DateTimeEditor(InputForm &form, const InputField &field, QWidget *parent)
    : LineEditor(form, field, parent)
    , m_now(new Button({}, {}, Button::Variant::Ghost, this))
    , m_pick(new Button({}, "calendar", Button::Variant::Ghost, this))
{
    m_pick->setIconOnly(true);
    layout()->addWidget(m_now);
    layout()->addWidget(m_pick);
    connect(m_now, &QAbstractButton::clicked, this,
            [this] { write(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)); });
    connect(m_pick, &QAbstractButton::clicked, this, &DateTimeEditor::pick);
    DateTimeEditor::retranslate();
}

void DateTimeEditor::refresh()
{
    LineEditor::refresh();
    if (line()->placeholderText().isEmpty())
        line()->setPlaceholderText(QStringLiteral("2026-11-21T14:00:00Z"));
}

void DateTimeEditor::retranslate()
{
    m_now->setText(tr("Now"));
    m_now->setAccessibleName(tr("Now"));
    m_now->updateGeometry();
    m_pick->setText(tr("Choose a day"));
    m_pick->setAccessibleName(tr("Choose a day"));
    m_pick->setToolTip(tr("Choose a day"));
}

void DateTimeEditor::pick()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    const QDateTime now = QDateTime::fromString(line()->text(), Qt::ISODate);
    if (now.isValid())
        calendar->setSelectedDate(now.date());
    auto *holder = new QWidgetAction(menu);
    holder->setDefaultWidget(calendar);
    menu->addAction(holder);
    connect(calendar, &QCalendarWidget::activated, this, [this, menu, now](QDate day) {
        const QTime time = now.isValid() ? now.time() : QTime(0, 0);
        const QString zone = now.isValid() ? line()->text().mid(19) : QStringLiteral("Z");
        write(day.toString(Qt::ISODate) + 'T' + time.toString(Qt::ISODate) + zone);
        menu->close();
    });
    menu->popup(m_pick->mapToGlobal(QPoint(0, m_pick->height())));
    calendar->setFocus();
}

} // namespace batuta::views
