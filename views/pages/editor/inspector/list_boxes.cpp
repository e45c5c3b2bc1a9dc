// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/list_boxes.h"

#include "views/pages/editor/inspector/field_codec.h"
#include "views/pages/editor/inspector/table_well.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/item_chip.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QStringListModel>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kChipGap = 5;

/// The frame around chips and their line.
class ChipField final : public QWidget
{
public:
    ChipField(QWidget *parent, const QLineEdit *line)
        : QWidget(parent)
        , m_line(line)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &c = themeOf(this).colors();
        const bool isBad = m_line && m_line->property("invalid").toBool();
        const QColor failed = c.of(Status::Failed).solid;
        drawBox(painter, rect(), 5, c.panel, isBad ? failed : c.borderControl);
        if (m_line && m_line->hasFocus())
            drawFocusRing(painter, rect(), 5, isBad ? failed : c.focus, true);
    }

private:
    const QLineEdit *m_line;
};

} // namespace

ChipsBox::ChipsBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_field(nullptr)
    , m_line(new PlainLine(this))
    , m_completer(new QCompleter(new QStringListModel(this), this))
{
    m_field = new ChipField(this, m_line);
    m_line->setParent(m_field);
    m_line->setBare(true);
    m_line->setPlaceholderText(tr("Add"));
    m_line->installEventFilter(this);
    setControl(m_field);
    m_completer->setWidget(m_line);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ChipsBox::add);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(','))
            add(text);
        else
            offer();
    });
    connect(&themeOf(this), &Theme::changed, this, &ChipsBox::arrange);
    arrange();
}

std::vector<QString> ChipsBox::offered() const
{
    std::vector<QString> names;
    for (const std::string &choice : field().choices)
        names.push_back(QString::fromStdString(choice));
    const edit::FlowText *text = scope().document().flowText();
    if (field().key == "needs" && text && !scope().isFlow() && !scope().bases().empty()) {
        const edit::FieldPath &base = scope().bases().front();
        const edit::StepList list =
            base.front() == "finally" ? edit::StepList::Finally : edit::StepList::Steps;
        for (const std::string &step : text->steps(list))
            if (text->whyNotConnect(step, base.back()).empty()) // no circle
                names.push_back(QString::fromStdString(step));
    }
    std::erase_if(names, [this](const QString &name) {
        return std::find(m_shown.begin(), m_shown.end(), name) != m_shown.end();
    });
    return names;
}

void ChipsBox::offer()
{
    QStringList fitting;
    for (const QString &name : offered())
        if (name.contains(m_line->text().trimmed(), Qt::CaseInsensitive))
            fitting << name;
    auto *model = static_cast<QStringListModel *>(m_completer->model());
    model->setStringList(fitting);
    if (fitting.isEmpty() || !m_line->hasFocus())
        return m_completer->popup()->hide();
    m_completer->popup()->setFont(m_line->font());
    m_completer->complete(QRect(-m_line->x(), 0, m_field->width(), m_line->height()));
}

void ChipsBox::add(const QString &text)
{
    static const QRegularExpression separator("[,\\s]+");
    json::Array items = scope().value(path()).value_or(json::Value()).asArray();
    const std::size_t before = items.size();
    for (const QString &name : text.split(separator, Qt::SkipEmptyParts)) {
        const json::Value item = typedValue(name, FieldType::Template);
        if (std::find(items.begin(), items.end(), item) == items.end())
            items.push_back(item);
    }
    m_line->clear();
    if (items.size() == before + 1)
        scope().append(undoName(), path(), items.back());
    else if (items.size() > before)
        scope().set(undoName(), path(), items);
}

void ChipsBox::removeAt(std::size_t index)
{
    const json::Array items = scope().value(path()).value_or(json::Value()).asArray();
    if (index >= items.size() || !scope().canEdit())
        return;
    m_line->setFocus();
    if (items.size() == 1)
        return scope().remove(undoName(), path());
    edit::FieldPath item = path();
    item.push_back(std::to_string(index));
    scope().remove(undoName(), item);
}

void ChipsBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    std::vector<QString> now;
    if (value && !isMixed)
        for (const json::Value &item : value->asArray())
            now.push_back(shownValue(item, FieldType::Text));
    m_line->setPlaceholderText(isMixed ? mixedWord() : tr("Add"));
    m_line->setReadOnly(!scope().canEdit());
    if (now == m_shown && m_chips.size() == now.size())
        return;
    m_shown = now;
    for (ItemChip *chip : m_chips) {
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    for (std::size_t i = 0; i < now.size(); ++i) {
        auto *chip = new ItemChip(now[i], m_field);
        chip->setAccessibleName(tr("Remove %1").arg(now[i]));
        connect(chip, &QAbstractButton::clicked, this, [this, i] { removeAt(i); });
        chip->show();
        m_chips.push_back(chip);
    }
    for (ItemChip *chip : m_chips)
        QWidget::setTabOrder(chip, m_line);
    arrange();
}

/// Chips from left to right, line by line; the line for typing takes what is left.
void ChipsBox::arrange()
{
    const Theme &theme = themeOf(this);
    const int chip = theme.scaled(20), top = theme.scaled(4), room = width() - 2 * kChipGap;
    int x = kChipGap, y = top;
    for (ItemChip *item : m_chips) {
        const int wide = std::min(item->sizeHint().width(), room);
        if (x > kChipGap && x + wide > width() - kChipGap) {
            x = kChipGap;
            y += chip + kChipGap;
        }
        item->setGeometry(x, y, wide, chip);
        x += wide + kChipGap;
    }
    if (x + theme.scaled(60) > width() - kChipGap && x > kChipGap) {
        x = kChipGap;
        y += chip + kChipGap;
    }
    m_line->setFixedHeight(chip);
    m_line->setGeometry(x, y, std::max(20, width() - x - kChipGap), chip);
    m_field->setFixedHeight(y + chip + top);
}

void ChipsBox::resizeEvent(QResizeEvent *event)
{
    FieldBox::resizeEvent(event);
    arrange();
}

bool ChipsBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut ||
        event->type() == QEvent::DynamicPropertyChange)
        m_field->update();
    if (event->type() == QEvent::FocusOut && !m_completer->popup()->isVisible() &&
        !m_line->text().trimmed().isEmpty())
        add(m_line->text());
    if (event->type() != QEvent::KeyPress)
        return FieldBox::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        add(m_line->text());
        return true;
    }
    if (key->key() == Qt::Key_Backspace && m_line->text().isEmpty() && !m_chips.empty()) {
        removeAt(m_chips.size() - 1);
        return true;
    }
    if (key->key() == Qt::Key_Down ||
        (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier)) {
        offer();
        return true;
    }
    return FieldBox::eventFilter(watched, event);
}

RowsBox::RowsBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_rows(new QVBoxLayout)
    , m_add(new Button(tr("Add an argument"), "plus", Button::Variant::Ghost, this))
    , m_well(new TableWell(this))
{
    m_rows->setContentsMargins(1, 1, 1, 1);
    m_rows->setSpacing(1);
    m_well->setLayout(m_rows);
    m_add->setSmall(true);
    setControl(m_well);
    column()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        this->scope().append(undoName(), this->path(), "");
        if (!m_edits.empty())
            m_edits.back()->setFocus();
    });
}

QWidget *RowsBox::control() const
{
    return m_edits.empty() ? static_cast<QWidget *>(m_add) : m_edits.front();
}

void RowsBox::focusAt(const edit::FieldPath &at)
{
    const std::size_t row =
        at.size() > path().size() ? std::strtoul(at[path().size()].c_str(), nullptr, 10) : 0;
    if (row < m_edits.size())
        m_edits[row]->setFocus();
    else
        control()->setFocus();
}

edit::FieldPath RowsBox::pathInFocus() const
{
    edit::FieldPath at = path();
    for (std::size_t i = 0; i < m_edits.size(); ++i)
        if (m_edits[i]->hasFocus())
            at.push_back(std::to_string(i));
    return at;
}

ExpressionEdit *RowsBox::addRow(std::size_t at)
{
    auto *line = new QWidget(m_well);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *edit = new ExpressionEdit(ExpressionEdit::Language::Template, line);
    edit->setBare(true);
    edit->setSource([this] { return completionSource(scope()); });
    edit->setAccessibleName(at == 0 ? tr("Program") : tr("Argument %1").arg(at));
    auto *out = new Button(tr("Remove"), "x", Button::Variant::Ghost, line);
    out->setIconOnly(true);
    out->setSmall(true);
    out->setAccessibleName(tr("Remove %1").arg(edit->accessibleName()));
    row->addWidget(edit, 1);
    row->addWidget(out);
    connect(edit, &ExpressionEdit::edited, this, [this, at](const QString &text) { setRow(at, text); });
    connect(out, &QAbstractButton::clicked, this, [this, at] { removeRow(at); });
    m_rows->addWidget(line);
    return edit;
}

void RowsBox::setRow(std::size_t at, const QString &text)
{
    edit::FieldPath item = path();
    item.push_back(std::to_string(at));
    scope().set(undoName(), item, typedValue(text, FieldType::Template), FieldScope::By::Typing);
}

void RowsBox::removeRow(std::size_t at)
{
    edit::FieldPath item = path();
    item.push_back(std::to_string(at));
    scope().remove(undoName(), item);
}

void RowsBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    const json::Array items = value && !isMixed ? value->asArray() : json::Array();
    while (m_edits.size() > items.size()) {
        QWidget *line = m_edits.back()->parentWidget();
        m_edits.pop_back();
        line->hide();
        line->deleteLater();
    }
    while (m_edits.size() < items.size()) {
        m_edits.push_back(addRow(m_edits.size()));
        m_edits.back()->parentWidget()->show();
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        m_edits[i]->setText(shownValue(items[i], FieldType::Template));
        m_edits[i]->setReadOnly(!scope().canEdit());
    }
    m_well->setVisible(!items.empty());
    m_add->setEnabled(scope().canEdit() && !isMixed);
}

} // namespace batuta::views
