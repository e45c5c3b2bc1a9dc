// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/preference_control.h"

#include "views/widgets/choice.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLocale>

namespace batuta::views {
namespace {

using Which = PreferenceControl::Which;

struct Choice
{
    QString value, text, icon;
};

QList<Choice> choicesOf(Which which)
{
    const auto percent = [](int value) { return QString::number(value) + QChar(0x2009) + '%'; };
    const auto pixels = [](int value) { return QString::number(value) + QChar(0x2009) + "px"; };
    switch (which) {
    case Which::Theme:
        return {{"system", PreferenceControl::tr("System"), "settings"},
                {"light", PreferenceControl::tr("Light"), "sun"},
                {"dark", PreferenceControl::tr("Dark"), "moon"}};
    case Which::Language:
        return {{"en", "English", {}}, {"pt_BR", QString::fromUtf8("Português (Brasil)"), {}}};
    case Which::TextScale:
        return {{"0.9", percent(90), {}},
                {"1", percent(100), {}},
                {"1.15", percent(115), {}},
                {"1.3", percent(130), {}}};
    case Which::RowHeight:
        return {{"26", pixels(26), {}}, {"32", pixels(32), {}}};
    case Which::Utc:
        return {{"false", PreferenceControl::tr("Local time"), {}}, {"true", "UTC", {}}};
    case Which::ReducedMotion:
    case Which::Patterns:
        break;
    }
    return {};
}

} // namespace

PreferenceControl::PreferenceControl(Which which, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_which(which)
    , m_preferences(preferences)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const QList<Choice> choices = choicesOf(which);
    if (choices.isEmpty()) {
        m_check = new QCheckBox;
        row->addWidget(m_check);
        connect(m_check, &QCheckBox::clicked, this, [this](bool on) { choose(on ? "true" : "false"); });
    } else {
        m_segments = new Segmented;
        for (const Choice &choice : choices)
            m_segments->add(choice.value, choice.text, choice.icon);
        row->addWidget(m_segments);
        connect(m_segments, &Segmented::chosen, this, &PreferenceControl::choose);
    }
    row->addStretch(1);
    connect(&preferences, &Preferences::changed, this, &PreferenceControl::refresh);
    refresh();
}

QString PreferenceControl::title(Which which)
{
    switch (which) {
    case Which::Theme:
        return tr("Theme");
    case Which::Language:
        return tr("Language");
    case Which::TextScale:
        return tr("Text size");
    case Which::RowHeight:
        return tr("Row height");
    case Which::ReducedMotion:
        return tr("Reduce motion");
    case Which::Patterns:
        return tr("Patterns on status bars");
    case Which::Utc:
        return tr("Times");
    }
    return {};
}

QString PreferenceControl::explanation(Which which)
{
    switch (which) {
    case Which::Theme:
        return tr("System follows the desktop, also while the window is open.");
    case Which::Language:
        return tr("Ids, log lines and commands stay as they are.");
    case Which::TextScale:
        return tr("Rows and controls grow with the text.");
    case Which::RowHeight:
        return tr("Of tables and lists.");
    case Which::ReducedMotion:
        return tr("Nothing turns, slides or flashes.");
    case Which::Patterns:
        return tr("Each status keeps its own pattern besides its colour.");
    case Which::Utc:
        return tr("How times are shown. Copies and exports are always UTC.");
    }
    return {};
}

void PreferenceControl::reset(Which which, Preferences &preferences)
{
    switch (which) {
    case Which::Theme:
        return preferences.setTheme("system");
    case Which::Language:
        return preferences.setLanguage(QLocale::system().language() == QLocale::Portuguese ? "pt_BR" : "en");
    case Which::TextScale:
        return preferences.setTextScale(1);
    case Which::RowHeight:
        return preferences.setRowHeight(26);
    case Which::ReducedMotion:
        return preferences.setReducedMotion(false);
    case Which::Patterns:
        return preferences.setPatterns(true);
    case Which::Utc:
        return preferences.setUtc(false);
    }
}

QString PreferenceControl::value() const
{
    const auto truth = [](bool on) { return QString(on ? "true" : "false"); };
    switch (m_which) {
    case Which::Theme:
        return m_preferences.theme();
    case Which::Language:
        return m_preferences.language();
    case Which::TextScale:
        return QString::number(m_preferences.textScale());
    case Which::RowHeight:
        return QString::number(m_preferences.rowHeight());
    case Which::ReducedMotion:
        return truth(m_preferences.reducedMotion());
    case Which::Patterns:
        return truth(m_preferences.patterns());
    case Which::Utc:
        return truth(m_preferences.utc());
    }
    return {};
}

void PreferenceControl::choose(const QString &value)
{
    switch (m_which) {
    case Which::Theme:
        return m_preferences.setTheme(value);
    case Which::Language:
        return m_preferences.setLanguage(value);
    case Which::TextScale:
        return m_preferences.setTextScale(value.toDouble());
    case Which::RowHeight:
        return m_preferences.setRowHeight(value.toInt());
    case Which::ReducedMotion:
        return m_preferences.setReducedMotion(value == "true");
    case Which::Patterns:
        return m_preferences.setPatterns(value == "true");
    case Which::Utc:
        return m_preferences.setUtc(value == "true");
    }
}

void PreferenceControl::refresh()
{
    setAccessibleName(title(m_which));
    if (m_segments) {
        for (const Choice &choice : choicesOf(m_which))
            m_segments->setText(choice.value, choice.text);
        m_segments->setAccessibleName(title(m_which));
        m_segments->setValue(value());
        return;
    }
    m_check->setText(title(m_which));
    m_check->setToolTip(explanation(m_which));
    m_check->setChecked(value() == "true");
}

void PreferenceControl::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
