// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/list_editor.h"

#include "engine/json/json.h"
#include "views/pages/run_dialog/field_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/item_chip.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>

namespace batuta::views {
namespace {

constexpr std::size_t kMostChips = 200;
constexpr int kGap = 5;
constexpr int kLeastLine = 60;

} // namespace

ListEditor::ListEditor(InputForm &form, const InputField &field, QWidget *parent)
    : FieldEditor(form, field, parent)
    , m_line(new QLineEdit(this))
{
    m_line->setProperty("bare", true);
    m_line->setMaxLength(kLongestLine);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(',') || text.contains('\n'))
            commit();
        emit edited();
    });
    connect(m_line, &QLineEdit::editingFinished, this, &ListEditor::commit);
    connect(&themeOf(this), &Theme::changed, this, &ListEditor::dress);
    dress();
    ListEditor::retranslate();
}

QWidget *ListEditor::control() const
{
    return m_line;
}

void ListEditor::retranslate()
{
    m_line->setPlaceholderText(tr("Add"));
    for (ItemChip *chip : m_chips)
        chip->setAccessibleName(tr("Remove %1").arg(chip->text()));
}

json::Array ListEditor::items() const
{
    const json::Value *value = form().value(name());
    if (!value && field().fallback)
        value = &*field().fallback;
    return value ? value->asArray() : json::Array();
}

json::Value ListEditor::itemOf(const QString &text) const
{
    if (field().itemKind == FieldKind::Text)
        return text.toStdString();
    const auto number = json::parse(text.toStdString());
    return number && number->isNumber() ? *number : json::Value(text.toStdString());
}

void ListEditor::commit()
{
    const QString text = m_line->text();
    m_line->clear();
    if (!text.trimmed().isEmpty())
        add(text);
}

void ListEditor::add(const QString &text)
{
    static const QRegularExpression separator("[,\\r\\n]+");
    json::Array all = items();
    for (const QString &part : text.split(separator, Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            all.push_back(itemOf(part.trimmed()));
    if (all.size() > kMostChips)
        emit refused(
            tr("More than %n item(s) are edited in the JSON view.", nullptr, static_cast<int>(kMostChips)));
    else
        form().setValue(name(), all);
    emit edited();
}

void ListEditor::removeAt(std::size_t index)
{
    json::Array all = items();
    if (index >= all.size())
        return;
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(index));
    m_line->setFocus();
    if (all.empty())
        form().clearField(name());
    else
        form().setValue(name(), all);
    emit edited();
}

void ListEditor::refresh()
{
    const json::Array now = items();
    m_line->setReadOnly(now.size() > kMostChips);
    if (json::Value(now) == json::Value(m_shown) && m_chips.size() == std::min(now.size(), kMostChips))
        return arrange();
    m_shown = now;
    for (ItemChip *chip : m_chips)
        chip->deleteLater();
    for (ItemChip *chip : m_chips)
        chip->hide();
    m_chips.clear();
    for (std::size_t i = 0; i < std::min(now.size(), kMostChips); ++i) {
        auto *chip = new ItemChip(now[i].isString() ? QString::fromStdString(now[i].asString())
                                                    : QString::fromStdString(json::write(now[i])),
                                  this);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { removeAt(i); });
        chip->show();
        m_chips.push_back(chip);
    }
    for (std::size_t i = 1; i < m_chips.size(); ++i)
        QWidget::setTabOrder(m_chips[i - 1], m_chips[i]);
    if (!m_chips.empty())
        QWidget::setTabOrder(m_chips.back(), m_line);
    retranslate();
    arrange();
}

/// Chips from left to right, line by line; the typing line takes what is left.
void ListEditor::arrange()
{
    const Theme &theme = themeOf(this);
    const int chip = theme.scaled(20), top = theme.scaled(4), room = width() - 2 * kGap;
    int x = kGap, y = top;
    for (ItemChip *item : m_chips) {
        const int wide = std::min(item->sizeHint().width(), room);
        if (x > kGap && x + wide > width() - kGap) {
            x = kGap;
            y += chip + kGap;
        }
        item->setGeometry(x, y, wide, chip);
        x += wide + kGap;
    }
    if (x + theme.scaled(kLeastLine) > width() - kGap && x > kGap) {
        x = kGap;
        y += chip + kGap;
    }
    m_line->setGeometry(x, y, width() - x - kGap, chip);
    setFixedHeight(y + chip + top);
}

void ListEditor::dress()
{
    m_line->setFont(themeOf(this).font(TextStyle::Mono));
    arrange();
}

void ListEditor::resizeEvent(QResizeEvent *)
{
    arrange();
}

void ListEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    const bool invalid = m_line->property("invalid").toBool();
    const QColor failed = c.of(Status::Failed).solid;
    drawBox(painter, rect(), 5, c.panel, invalid ? failed : c.borderControl);
    if (m_line->hasFocus())
        drawFocusRing(painter, rect(), 5, invalid ? failed : c.focus, true);
}

bool ListEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut ||
        event->type() == QEvent::DynamicPropertyChange)
        update();
    if (event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
    if (isPlain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        commit();
        return true;
    }
    if (key->key() == Qt::Key_Backspace && m_line->text().isEmpty() && !m_chips.empty()) {
        removeAt(m_chips.size() - 1);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace batuta::views
