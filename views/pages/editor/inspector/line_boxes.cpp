// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/line_boxes.h"

#include "views/pages/editor/inspector/field_codec.h"
#include "views/pages/editor/inspector/field_words.h"
#include "views/pages/editor/inspector/key_line.h"
#include "views/pages/editor/inspector/recorded_run.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QRadioButton>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace batuta::views {
namespace {

constexpr int kLongestLine = 65'536;
constexpr int kRoom = 258; // a field that is as wide as the pane, at text scale 1
const QString kUnset = QStringLiteral("unset");

ExpressionEdit::Language languageOf(FieldType type)
{
    return type == FieldType::Condition ? ExpressionEdit::Language::Condition
           : type == FieldType::Lines   ? ExpressionEdit::Language::Plain
                                        : ExpressionEdit::Language::Template;
}

bool hasManyLines(const FieldModel &field)
{
    return field.type == FieldType::Lines || field.key == "text" || field.key == "message";
}

/// In one of its languages.
bool isTitle(const FieldModel &field)
{
    return field.key == "en" || field.key == "pt_BR";
}

bool fitsSegments(const FieldModel &field, const Theme &theme)
{
    constexpr int kInset = 22; // of a segment
    if (field.choices.size() > 4)
        return false;
    QFont font = theme.font(TextStyle::Small);
    font.setWeight(QFont::Medium);
    int width = 4;
    for (const std::string &choice : field.choices)
        width += QFontMetrics(font).horizontalAdvance(choiceWord(choice)) + kInset;
    return width <= kRoom;
}

} // namespace

PlainLine::PlainLine(QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(kLongestLine);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, &PlainLine::dress);
    dress();
}

void PlainLine::setBare(bool bare)
{
    m_isBare = bare;
    setProperty("bare", bare);
    setFrame(!bare);
    dress();
}

void PlainLine::setProse()
{
    m_isProse = true;
    dress();
}

void PlainLine::dress()
{
    const Theme &theme = themeOf(this);
    setFont(theme.font(m_isProse ? TextStyle::Body : TextStyle::Mono));
    setFixedHeight(theme.scaled(m_isBare ? 25 : 28));
    setTextMargins(m_isBare ? 6 : 4, 0, 2, 0);
    if (m_isBare) {
        QPalette own = palette();
        own.setColor(QPalette::Base, theme.colors().canvas);
        own.setColor(QPalette::Text, theme.colors().code.key);
        setPalette(own);
    }
}

void PlainLine::showText(const QString &text)
{
    if (this->text() == text)
        return;
    setText(text);
    if (!hasFocus())
        showBeginning();
}

void PlainLine::showBeginning()
{
    setCursorPosition(0);
    m_isAtBeginning = true;
}

void PlainLine::focusInEvent(QFocusEvent *event)
{
    if (std::exchange(m_isAtBeginning, false) && !hasSelectedText() &&
        event->reason() != Qt::MouseFocusReason)
        end(false);
    QLineEdit::focusInEvent(event);
}

void PlainLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        showBeginning();
}

bool PlainLine::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isUndoKey(event)) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void PlainLine::keyPressEvent(QKeyEvent *event)
{
    if (isUndoKey(event) || event->key() == Qt::Key_Escape)
        return event->ignore();
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        return emit stepped(event->key() == Qt::Key_Up ? 1 : -1);
    if (std::exchange(m_isAtBeginning, false) && !hasSelectedText())
        end(false);
    QLineEdit::keyPressEvent(event);
}

void PlainLine::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_isBare || !hasFocus())
        return;
    QPainter(this).fillRect(QRect(0, height() - 2, width(), 2), themeOf(this).colors().focus);
}

LineBox::LineBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_line(new PlainLine(this))
{
    setControl(m_line);
    if (isTitle(field))
        m_line->setProse();
    m_line->setPlaceholderText(fieldPlaceholder(field));
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) { write(text); });
    connect(m_line, &PlainLine::stepped, this, [this](int steps) {
        const QString stepped = steppedValue(m_line->text(), this->field(), steps);
        if (stepped != m_line->text() && !m_line->isReadOnly())
            write(stepped);
    });
}

int LineBox::span() const
{
    const FieldType type = field().type;
    if (field().key == "max_response" || field().key == "max_output" || field().key == "connect_timeout")
        return 3;
    if (type == FieldType::Duration || type == FieldType::Integer || type == FieldType::Number)
        return 2;
    return field().definition.empty() && (field().key == "as" || field().key == "timezone") ? 3 : 6;
}

void LineBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    // What is typed may be another spelling of the same: `1.0`.
    const bool isSame = value && m_line->hasFocus() && typedValue(m_line->text(), field().type) == *value;
    const QString text = isSame              ? m_line->text()
                         : isMixed || !value ? QString()
                                             : shownValue(*value, field().type);
    m_line->showText(text);
    m_line->setPlaceholderText(isMixed ? mixedWord() : fieldPlaceholder(field()));
    m_line->setReadOnly(!canEdit());
    setOwnProblem(whyNotValue(text, field()));
}

ExpressionBox::ExpressionBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path,
                             QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_edit(new ExpressionEdit(languageOf(field.type), this))
    , m_value(new Label(TextStyle::MonoSmall, Ink::Secondary, this))
    , m_keys(new KeyLine(this))
{
    setControl(m_edit);
    m_edit->setManyLines(hasManyLines(field), field.type == FieldType::Lines ? 2 : 1);
    m_edit->setSource([this] { return completionSource(this->scope()); });
    m_value->setElide(Qt::ElideRight);
    m_value->hide();
    column()->addWidget(m_value);
    column()->insertWidget(column()->count() - 2, m_keys);
    connect(m_edit, &ExpressionEdit::edited, this, [this](const QString &text) { write(text); });
    connect(&scope.run(), &RecordedRun::changed, this, &ExpressionBox::tryOut);
    connect(&scope, &FieldScope::problemsChanged, this, &ExpressionBox::tryOut);
    connect(m_keys, &KeyLine::openRequested, &scope, &FieldScope::openKeyRequested);
}

void ExpressionBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    if (!(value && m_edit->hasFocus() && typedValue(m_edit->text(), field().type) == *value))
        m_edit->setText(isMixed || !value ? QString() : shownValue(*value, field().type));
    m_edit->setPlaceholderText(isMixed ? mixedWord() : fieldPlaceholder(field()));
    m_edit->setReadOnly(!scope().canEdit());
    tryOut();
}

void ExpressionBox::tryOut()
{
    const std::string text = m_edit->text().toStdString();
    const bool isCondition = field().type == FieldType::Condition;
    const int tried = ++m_tried;
    const bool isTried = field().type != FieldType::Lines && !text.empty() &&
                         (isCondition || text.find("${{") != std::string::npos);
    m_keys->setOpens(scope().opensKeys());
    m_keys->showKeys(isTried ? text : std::string(), isCondition, scope().surroundings());
    if (!isTried) {
        m_value->hide();
        return setOwnProblem({});
    }
    scope().run().evaluate(text, isCondition, this, [this, tried](const Evaluated &result) {
        if (tried != m_tried)
            return;
        setOwnProblem(result.kind == Evaluated::Kind::Failed ? result.text : QString());
        const bool isMasked = result.kind == Evaluated::Kind::Masked;
        const bool isShown = isMasked || result.kind == Evaluated::Kind::Value;
        m_value->setText(!isShown   ? QString()
                         : isMasked ? tr("= ••••, a secret")
                                    : tr("= %1 in the last run").arg(result.text));
        m_value->setVisible(isShown);
        m_value->setAccessibleName(isShown ? tr("%1 in the last run: %2").arg(caption(), m_value->text())
                                           : QString());
    });
}

QString ExpressionBox::valueLine() const
{
    return m_value->isHidden() ? QString() : m_value->text();
}

ChoiceBox::ChoiceBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
{
    if (!field.fallback.isNull() && fitsSegments(field, themeOf(this))) {
        m_segments = new Segmented(this);
        for (const std::string &choice : field.choices)
            m_segments->add(QString::fromStdString(choice), choiceWord(choice));
        connect(m_segments, &Segmented::chosen, this, &ChoiceBox::choose);
    } else {
        m_list = new QComboBox(this);
        m_list->setFocusPolicy(Qt::StrongFocus);
        m_list->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        if (!field.isRequired)
            m_list->addItem(tr("Not set"), kUnset);
        for (const std::string &choice : field.choices)
            m_list->addItem(choiceWord(choice), QString::fromStdString(choice));
        connect(m_list, &QComboBox::activated, this, [this] { choose(m_list->currentData().toString()); });
    }
    setControl(control());
}

QWidget *ChoiceBox::control() const
{
    return m_segments ? static_cast<QWidget *>(m_segments) : m_list;
}

int ChoiceBox::span() const
{
    if (m_segments || field().choices.size() < 4)
        return 6;
    const Theme &theme = themeOf(this);
    const QFontMetrics metrics(theme.font(TextStyle::Body));
    int widest = 0;
    for (int i = 0; i < m_list->count(); ++i)
        widest = std::max(widest, metrics.horizontalAdvance(m_list->itemText(i)));
    constexpr int kAround = 44,
                  kHalf = 108; // the list's arrow and edges; a column of two beside a scroll bar
    return widest + theme.scaled(kAround) > theme.scaled(kHalf) ? 6 : 3;
}

void ChoiceBox::focusAt(const edit::FieldPath &path)
{
    if (!m_segments)
        return FieldBox::focusAt(path);
    for (auto *segment : m_segments->findChildren<QRadioButton *>())
        if (segment->isChecked())
            segment->setFocus(Qt::OtherFocusReason);
}

void ChoiceBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    const json::Value now = value.value_or(field().fallback);
    const QString key = now.isNull() ? kUnset : QString::fromStdString(now.asString());
    control()->setEnabled(scope().canEdit());
    if (m_segments)
        return m_segments->setValue(isMixed ? QString() : key);
    const int unset = m_list->findData(kUnset);
    if (unset >= 0)
        m_list->setItemText(unset, field().fallback.isNull()
                                       ? tr("Not set")
                                       : tr("Not set: %1").arg(choiceWord(field().fallback.asString())));
    m_list->setPlaceholderText(isMixed ? mixedWord() : key);
    m_list->setCurrentIndex(isMixed ? -1 : m_list->findData(value ? key : kUnset));
}

void ChoiceBox::choose(const QString &value)
{
    if (value == kUnset)
        scope().remove(undoName(), path());
    else
        scope().set(undoName(), path(), value.toStdString());
}

SwitchBox::SwitchBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_switch(new Switch(this))
{
    setControl(m_switch);
    connect(m_switch, &QAbstractButton::clicked, this, [this](bool on) {
        if (on == this->field().fallback.asBoolean() && !this->field().isRequired)
            this->scope().remove(undoName(), this->path());
        else
            this->scope().set(undoName(), this->path(), on);
    });
}

QWidget *SwitchBox::control() const
{
    return m_switch;
}

void SwitchBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    m_switch->setEnabled(scope().canEdit());
    m_switch->setTristate(isMixed);
    m_switch->setCheckState(isMixed                                        ? Qt::PartiallyChecked
                            : value.value_or(field().fallback).asBoolean() ? Qt::Checked
                                                                           : Qt::Unchecked);
}

CompletionSource completionSource(const FieldScope &scope)
{
    CompletionSource source;
    const edit::FlowText *text = scope.document().flowText();
    if (!text)
        return source;
    source.input = text->valueAt({"input"}).value_or(json::Value());
    const std::string own =
        scope.isFlow() || scope.bases().empty() ? std::string() : scope.bases().front().back();
    for (const edit::StepList list : {edit::StepList::Steps, edit::StepList::Finally})
        for (const std::string &step : text->steps(list))
            if (step != own)
                source.steps.push_back(step);
    for (const auto &[name, keys] : scope.surroundings().environmentKeys)
        source.environmentKeys.insert(keys.begin(), keys.end());
    for (const auto &[name, keys] : scope.surroundings().secretKeys)
        source.secretKeys.insert(keys.begin(), keys.end());
    source.roots = scope.run().roots();
    source.itemName = scope.value({"foreach", "as"}).value_or(json::Value()).asString();
    return source;
}

} // namespace batuta::views
