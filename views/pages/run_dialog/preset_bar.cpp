// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/preset_bar.h"

#include "views/pages/run_dialog/field_words.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>

namespace batuta::views {
namespace {

constexpr int kLongestName = 80;
constexpr qsizetype kShownName = 28;

int counted(qint64 count)
{
    return static_cast<int>(std::max<qint64>(count, 0));
}

QString menuText(QString text)
{
    return text.replace('&', "&&").replace('\t', ' ');
}

QString shortened(const QString &text)
{
    return text.size() > kShownName ? text.left(kShownName - 1) + QChar(0x2026) : text;
}

} // namespace

QString agoWord(WallTime at)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(SystemClock().wall() - at).count();
    // lupdate never comes back from a call as the last argument of translate().
    const int minutes = counted(seconds / 60), hours = counted(seconds / 3600),
              days = counted(seconds / 86400);
    const int n = counted(seconds);
    if (n < 60)
        return QCoreApplication::translate("Ago", "%n s ago", nullptr, n);
    if (minutes < 60)
        return QCoreApplication::translate("Ago", "%n min ago", nullptr, minutes);
    if (hours < 48)
        return QCoreApplication::translate("Ago", "%n h ago", nullptr, hours);
    return QCoreApplication::translate("Ago", "%n day(s) ago", nullptr, days);
}

PresetBar::PresetBar(InputForm &form, InputMemory &memory, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_memory(memory)
    , m_menu(new Button(QString(), "bookmark", Button::Variant::Normal, this))
    , m_name(new QLineEdit(this))
    , m_save(new Button(QString(), QString(), Button::Variant::Normal, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_menu);
    row->addWidget(m_name);
    row->addWidget(m_save);
    row->addStretch();
    m_menu->setHasMenu(true);
    m_name->setMaxLength(kLongestName);
    connect(m_menu, &QAbstractButton::clicked, this, &PresetBar::open);
    connect(m_save, &QAbstractButton::clicked, this, &PresetBar::endNaming);
    connect(m_name, &QLineEdit::returnPressed, this, &PresetBar::endNaming);
    connect(m_name, &QLineEdit::textChanged, m_save,
            [this](const QString &text) { m_save->setEnabled(!text.trimmed().isEmpty()); });
    connect(&m_memory, &InputMemory::changed, this, &PresetBar::refresh);
    connect(&m_form, &InputForm::schemaChanged, this, [this] {
        m_preset.clear();
        m_recent = -1;
        refresh();
    });
    connect(&m_form, &InputForm::changed, this, [this] {
        if (!m_isStepping)
            m_recent = -1;
        refresh();
    });
    cancelNaming();
    retranslate();
}

void PresetBar::refresh()
{
    const bool isPreset =
        !m_preset.isEmpty() && m_memory.preset(m_preset) == m_form.secrets().without(m_form.input());
    if (!isPreset)
        m_preset.clear();
    const QString text = isPreset ? tr("Preset: %1").arg(shortened(m_preset)) : tr("Recent and presets");
    if (m_menu->text() == text)
        return;
    m_menu->setText(text);
    m_menu->setAccessibleName(text);
    m_menu->updateGeometry();
    m_menu->update();
}

void PresetBar::open()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addPresets(menu);
    addRecent(menu);
    menu->addSeparator();
    QAction *clear = menu->addAction(tr("Clear the form"));
    connect(clear, &QAction::triggered, this, [this] { m_form.clearAll(); });
    menu->popup(m_menu->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 2)));
}

void PresetBar::addPresets(QMenu *menu)
{
    const Theme &theme = themeOf(this);
    QAction *save = menu->addAction(theme.icon("bookmark"), tr("Save as preset…") + "\tCtrl+S");
    connect(save, &QAction::triggered, this, &PresetBar::askName);
    if (!m_preset.isEmpty()) {
        const QString preset = m_preset;
        QAction *rename =
            menu->addAction(theme.icon("edit"), menuText(tr("Rename %1…").arg(shortened(preset))));
        connect(rename, &QAction::triggered, this, [this, preset] { name(preset); });
        QAction *remove =
            menu->addAction(theme.icon("trash"), menuText(tr("Delete %1").arg(shortened(preset))));
        connect(remove, &QAction::triggered, this, [this, preset] {
            m_memory.removePreset(preset);
            emit told(tr("Preset %1 deleted").arg(preset));
        });
    }
    const QStringList presets = m_memory.presets();
    if (!presets.isEmpty())
        menu->addSeparator();
    for (const QString &preset : presets) {
        QAction *action = menu->addAction(menuText(shortened(preset)));
        action->setCheckable(true);
        action->setChecked(preset == m_preset);
        connect(action, &QAction::triggered, this, [this, preset] { use(preset); });
    }
}

void PresetBar::addRecent(QMenu *menu)
{
    const std::vector<PastInput> recent = m_memory.recent();
    if (!recent.empty())
        menu->addSeparator();
    for (const PastInput &past : recent) {
        const QString summary = inputSummary(past.input);
        QAction *action = menu->addAction(themeOf(this).icon("history"),
                                          menuText(summary.isEmpty() ? tr("Empty input") : summary) + '\t' +
                                              agoWord(past.at));
        connect(action, &QAction::triggered, this, [this, input = past.input] { m_form.fill(input); });
    }
}

void PresetBar::use(const QString &preset)
{
    const auto input = m_memory.preset(preset);
    if (!input)
        return;
    m_form.fill(*input);
    m_preset = preset;
    refresh();
}

void PresetBar::step(int direction)
{
    const std::vector<PastInput> recent = m_memory.recent();
    const int next = std::clamp(m_recent + direction, -1, static_cast<int>(recent.size()) - 1);
    if (next == m_recent)
        return;
    if (m_recent < 0)
        m_typed = m_form.input();
    m_isStepping = true;
    m_form.fill(next < 0 ? m_typed : recent[static_cast<std::size_t>(next)].input);
    m_isStepping = false;
    m_recent = next;
    emit told(next < 0 ? tr("What was typed") : tr("Recent input %1 of %2").arg(next + 1).arg(recent.size()));
}

void PresetBar::askName()
{
    name({});
}

void PresetBar::name(const QString &renamed)
{
    m_renamed = renamed;
    m_menu->hide();
    m_name->setText(renamed);
    m_name->show();
    m_save->show();
    m_save->setEnabled(!renamed.isEmpty());
    m_name->selectAll();
    m_name->setFocus();
}

void PresetBar::endNaming()
{
    const QString wanted = m_name->text().trimmed();
    if (wanted.isEmpty())
        return;
    const bool done = m_renamed.isEmpty() ? m_memory.savePreset(wanted, m_form.input())
                                          : m_renamed == wanted || m_memory.renamePreset(m_renamed, wanted);
    if (!done) {
        emit told(m_renamed.isEmpty()
                      ? tr("The preset was not kept: the input is too large, or there are too many")
                      : tr("There is a preset %1 already").arg(wanted));
        return;
    }
    m_preset = wanted;
    cancelNaming();
    refresh();
    m_menu->setFocus();
    emit told(tr("Preset %1 saved, without secrets").arg(wanted));
}

bool PresetBar::cancelNaming()
{
    const bool wasNaming = !m_name->isHidden();
    const bool hadFocus = m_name->hasFocus();
    m_name->hide();
    m_save->hide();
    m_menu->show();
    if (wasNaming && hadFocus)
        m_menu->setFocus();
    return wasNaming;
}

void PresetBar::retranslate()
{
    m_name->setPlaceholderText(tr("Name of the preset"));
    m_name->setAccessibleName(tr("Name of the preset"));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Save"));
    m_name->setFixedWidth(themeOf(this).scaled(200));
    refresh();
}

void PresetBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
