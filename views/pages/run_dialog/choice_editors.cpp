// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/choice_editors.h"

#include "engine/json/json.h"
#include "views/pages/run_dialog/field_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/choice.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr qsizetype kSegments = 4;
constexpr qsizetype kSegmentText = 26; // characters of all of them

const QString kUnset = QStringLiteral("unset");

std::vector<json::Value> valuesOf(const InputField &field)
{
    return field.kind == FieldKind::Boolean ? std::vector<json::Value>{true, false} : field.choices;
}

QString keyOf(const json::Value &value)
{
    return QString::fromStdString(json::write(value));
}

bool fitsSegments(const std::vector<json::Value> &values)
{
    qsizetype length = 0;
    for (const json::Value &value : values)
        length += shortValue(value).size();
    return static_cast<qsizetype>(values.size()) <= kSegments && length <= kSegmentText;
}

} // namespace

ChoiceEditor::ChoiceEditor(InputForm &form, const InputField &field, QWidget *parent)
    : FieldEditor(form, field, parent)
    , m_values(valuesOf(field))
    , m_canBeUnset(!field.fallback)
{
    if (field.kind == FieldKind::Boolean && !m_canBeUnset) {
        m_switch = new Switch(this);
        connect(m_switch, &QAbstractButton::clicked, this,
                [this](bool on) { choose(on ? QStringLiteral("true") : QStringLiteral("false")); });
    } else if (fitsSegments(m_values)) {
        m_segments = new Segmented(this);
        if (m_canBeUnset)
            m_segments->add(kUnset, {});
        for (const json::Value &value : m_values)
            m_segments->add(keyOf(value), shortValue(value));
        connect(m_segments, &Segmented::chosen, this, &ChoiceEditor::choose);
    } else {
        m_list = new QComboBox(this);
        m_list->setMaxVisibleItems(12);
        if (m_canBeUnset)
            m_list->addItem(QString(), kUnset);
        for (const json::Value &value : m_values)
            m_list->addItem(shortValue(value), keyOf(value));
        m_list->setFocusPolicy(Qt::StrongFocus);
        connect(m_list, &QComboBox::activated, this, [this] { choose(m_list->currentData().toString()); });
    }
    setControl(control());
    static_cast<QHBoxLayout *>(layout())->addStretch();
    ChoiceEditor::retranslate();
}

QWidget *ChoiceEditor::control() const
{
    if (m_switch)
        return m_switch;
    return m_segments ? static_cast<QWidget *>(m_segments) : m_list;
}

void ChoiceEditor::retranslate()
{
    if (m_segments)
        m_segments->setText(kUnset, tr("Not set"));
    if (m_list && m_canBeUnset)
        m_list->setItemText(0, tr("Not set"));
}

/// The key of what holds now: the value, or the default.
QString ChoiceEditor::current() const
{
    const json::Value *value = form().value(name());
    if (value && !value->isNull())
        return keyOf(*value);
    return field().fallback ? keyOf(*field().fallback) : kUnset;
}

void ChoiceEditor::refresh()
{
    const QString key = current();
    if (m_switch)
        m_switch->setChecked(key == "true");
    if (m_segments)
        m_segments->setValue(key);
    if (m_list)
        m_list->setCurrentIndex(m_list->findData(key));
}

void ChoiceEditor::choose(const QString &key)
{
    if (key == kUnset)
        form().clearField(name());
    for (const json::Value &value : m_values)
        if (keyOf(value) == key)
            form().setValue(name(), value);
    emit edited();
}

NumberBox::NumberBox(const InputField &field, QWidget *parent)
    : QAbstractSpinBox(parent)
    , m_field(field)
{
    setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the form instead
    lineEdit()->setProperty("bare", true);
    lineEdit()->setTextMargins(4, 0, 4, 0);
    lineEdit()->setMaxLength(400);
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::typed);
}

void NumberBox::showText(const QString &text)
{
    if (lineEdit()->text() != text)
        lineEdit()->setText(text);
    update();
}

void NumberBox::setHint(const QString &hint)
{
    lineEdit()->setPlaceholderText(hint);
}

void NumberBox::setFonts()
{
    setFont(themeOf(this).font(TextStyle::Mono));
    setFixedHeight(themeOf(this).scaled(28));
}

void NumberBox::stepBy(int steps)
{
    const json::Value &rules = m_field.rules;
    const auto now = json::parse(lineEdit()->text().toStdString());
    const json::Value start = now && now->isNumber() ? *now : m_field.fallback.value_or(json::Value(0));
    const double step = rules["multipleOf"].asDouble(1);
    double number = start.asDouble() + steps * step;
    if (const json::Value *least = rules.asObject().find("minimum"))
        number = std::max(number, least->asDouble());
    if (const json::Value *most = rules.asObject().find("maximum"))
        number = std::min(number, most->asDouble());
    constexpr double kExact = 9e15; // beyond, a double skips whole numbers
    const bool isWhole = std::trunc(number) == number && std::fabs(number) < kExact;
    const json::Value value = isWhole ? json::Value(static_cast<std::int64_t>(number)) : json::Value(number);
    lineEdit()->setText(QString::fromStdString(json::write(value)));
    emit typed(lineEdit()->text());
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    return isReadOnly() ? StepNone : StepUpEnabled | StepDownEnabled;
}

QValidator::State NumberBox::validate(QString &, int &) const
{
    return QValidator::Acceptable; // the form says what is wrong
}

void NumberBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

void NumberBox::paintEvent(QPaintEvent *event)
{
    QAbstractSpinBox::paintEvent(event);
    if (!property("invalid").toBool())
        return;
    QPainter painter(this);
    const QColor color = themeOf(this).colors().of(Status::Failed).solid;
    if (hasFocus())
        drawFocusRing(painter, rect(), 5, color, true);
    else
        drawBox(painter, rect(), 5, {}, color);
}

NumberEditor::NumberEditor(InputForm &form, const InputField &field, QWidget *parent)
    : FieldEditor(form, field, parent)
    , m_box(new NumberBox(field, this))
{
    setControl(m_box);
    static_cast<QHBoxLayout *>(layout())->addStretch();
    const auto dress = [this] {
        m_box->setFonts();
        m_box->setFixedWidth(themeOf(this).scaled(this->field().kind == FieldKind::Integer ? 92 : 132));
    };
    connect(&themeOf(this), &Theme::changed, this, dress);
    dress();
    connect(m_box, &NumberBox::typed, this, [this](const QString &text) {
        this->form().setText(name(), text);
        emit edited();
    });
}

void NumberEditor::refresh()
{
    m_box->showText(form().text(name()));
    m_box->setHint(hint());
}

QWidget *NumberEditor::control() const
{
    return m_box;
}

} // namespace batuta::views
