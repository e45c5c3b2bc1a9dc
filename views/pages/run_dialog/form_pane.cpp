// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/form_pane.h"

#include "views/pages/run_dialog/field_words.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace batuta::views {
namespace {

constexpr int kInset = 16;
constexpr int kRowGap = 8;
constexpr int kHeadingInset = FieldRow::kInset; ///< its text stands under the names

const QString kForm = QStringLiteral("form");
const QString kJson = QStringLiteral("json");

bool isFolded(const InputField &field)
{
    return field.isSecret && !field.isRequired;
}

} // namespace

FormPane::FormPane(InputForm &form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_mode(new Segmented(this))
    , m_caption(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_json(new CodeView(this))
    , m_jsonProblem(new Label(TextStyle::Small, Ink::Primary, this))
    , m_empty(new EmptyState(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(10);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(kInset, 0, kInset, 0);
    top->addWidget(m_caption, 1);
    m_mode->add(kForm, {});
    m_mode->add(kJson, {});
    top->addWidget(m_mode);
    column->addLayout(top);

    auto *jsonPage = new QWidget(this);
    auto *jsonColumn = new QVBoxLayout(jsonPage);
    jsonColumn->setContentsMargins(kInset, 0, kInset, 12);
    jsonColumn->addWidget(m_json, 1);
    jsonColumn->addWidget(m_jsonProblem);
    m_jsonProblem->setStatus(Status::Failed);
    m_jsonProblem->setWordWrap(true);
    m_json->setEditable(FieldEditor::kLongestJson);
    m_json->setCode({}, CodeView::Language::Json);

    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    for (QWidget *page : {static_cast<QWidget *>(m_scroll), jsonPage, static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(page);
    column->addWidget(m_stack, 1);

    connect(m_mode, &Segmented::chosen, this, [this](const QString &mode) { setJson(mode == kJson); });
    connect(m_json, &QPlainTextEdit::textChanged, this, [this] {
        const QString text = m_json->toPlainText();
        if (text == m_lastJson)
            return;
        m_lastJson = text;
        m_isWriting = m_isTouched = true;
        m_form.setJsonText(text);
        m_isWriting = false;
    });
    connect(m_json, &CodeView::pasteRefused, this, [this](qsizetype size) {
        emit refused(tr("%1 is too much to paste here; up to %2 fits.")
                         .arg(sizeWord(size), sizeWord(FieldEditor::kLongestJson)));
    });
    connect(&m_form, &InputForm::schemaChanged, this, &FormPane::build);
    connect(&m_form, &InputForm::changed, this, &FormPane::refresh);
    build();
    retranslate();
}

void FormPane::build()
{
    m_rows.clear();
    m_isTouched = false;
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(kInset - kHeadingInset, 2, kInset, 14);
    column->setSpacing(kRowGap);
    for (const InputField &field : m_form.fields())
        if (!isFolded(field))
            addRow(field, column);
    m_secrets = makeGroup(column);
    for (const InputField &field : m_form.fields())
        if (isFolded(field))
            addRow(field, static_cast<QVBoxLayout *>(m_secrets.body->layout()));
    m_secrets.heading->setVisible(m_secrets.body->layout()->count() > 0);
    m_others = makeGroup(column);
    InputField others;
    others.types = {"object"};
    addRow(others, static_cast<QVBoxLayout *>(m_others.body->layout()));
    for (Group *group : {&m_secrets, &m_others})
        connect(group->heading, &QAbstractButton::clicked, this,
                [this, group] { setOpen(*group, !group->isOpen); });
    column->addStretch(1);
    m_scroll->setWidget(body); // takes the old one away
    body->setAutoFillBackground(false);
    setOpen(m_secrets, false);
    setOpen(m_others, m_othersMatter);
    retranslate();
}

void FormPane::addRow(const InputField &field, QVBoxLayout *to)
{
    auto *row = new FieldRow(m_form, field, this);
    to->addWidget(row);
    connect(row, &FieldRow::refused, this, &FormPane::refused);
    m_rows.push_back(row);
}

FormPane::Group FormPane::makeGroup(QVBoxLayout *column)
{
    Group group;
    group.heading = new Button({}, "right", Button::Variant::Ghost, this);
    group.heading->setSmall(true);
    group.body = new QWidget(this);
    auto *rows = new QVBoxLayout(group.body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kRowGap);
    column->addWidget(group.heading, 0, Qt::AlignLeft);
    column->addWidget(group.body);
    return group;
}

void FormPane::setOpen(Group &group, bool open)
{
    group.isOpen = open;
    group.heading->setIconName(open ? QStringLiteral("down") : QStringLiteral("right"));
    group.heading->setAccessibleDescription(open ? tr("expanded") : tr("collapsed"));
    group.body->setVisible(open && !group.heading->isHidden());
}

FieldRow *FormPane::row(std::string_view name) const
{
    const auto found =
        std::ranges::find_if(m_rows, [&](const FieldRow *row) { return row->editor()->name() == name; });
    return found == m_rows.end() ? nullptr : *found;
}

void FormPane::refresh()
{
    for (FieldRow *row : m_rows)
        row->refresh();
    refreshJson();
    retranslate();
}

void FormPane::refreshJson()
{
    if (!m_isWriting && isJson() && m_json->toPlainText() != m_form.jsonText()) {
        m_lastJson = m_form.jsonText();
        m_json->setPlainText(m_lastJson);
    }
    const bool isWrong = m_isTouched && !m_form.problems().empty();
    QString sentence;
    if (isWrong) {
        const InputProblem &problem = m_form.problems().front();
        const QString words = problemSentence(problem, m_form.field(problem.field));
        sentence =
            problem.field.empty() ? words : tr("%1: %2").arg(QString::fromStdString(problem.field), words);
    }
    m_jsonProblem->setText(sentence);
    m_jsonProblem->setVisible(isWrong);
    if (m_json->property("invalid").toBool() != isWrong) {
        m_json->setProperty("invalid", isWrong);
        m_json->update();
    }
}

void FormPane::retranslate()
{
    m_caption->setText(tr("Input"));
    m_mode->setText(kForm, tr("Form"));
    m_mode->setText(kJson, tr("JSON"));
    m_mode->setAccessibleName(tr("Show the input as a form or as JSON"));
    m_json->setAccessibleName(tr("Input as JSON"));
    int secrets = 0, tokens = 0;
    for (const InputField &field : m_form.fields())
        if (isFolded(field)) {
            ++secrets;
            tokens += QString::fromStdString(field.name).endsWith(QLatin1String("token")) ? 1 : 0;
        }
    const QString text = tokens == secrets ? tr("Tokens (%n), never kept", nullptr, secrets)
                                           : tr("Secrets (%n), never kept", nullptr, secrets);
    const json::Value *others = m_form.value(InputForm::kOthers);
    const int count = others ? static_cast<int>(others->asObject().size()) : 0;
    const QString otherText = tr("Other keys (%n)", nullptr, count);
    for (const auto &[heading, words] : {std::pair{m_secrets.heading, text}, {m_others.heading, otherText}}) {
        heading->setText(words);
        heading->setAccessibleName(words);
        heading->updateGeometry();
        heading->update();
    }
}

void FormPane::setMessage(const QString &sentence)
{
    m_empty->setText(sentence);
    m_mode->setVisible(sentence.isEmpty());
    m_caption->setVisible(sentence.isEmpty());
    if (!sentence.isEmpty())
        m_stack->setCurrentWidget(m_empty);
    else
        m_stack->setCurrentIndex(m_mode->value() == kJson ? 1 : 0);
}

void FormPane::setOthersMatter(bool matter)
{
    m_othersMatter = matter;
    setOpen(m_others, matter || m_form.value(InputForm::kOthers));
}

bool FormPane::isJson() const
{
    return m_stack->currentIndex() == 1;
}

bool FormPane::isTypingJson() const
{
    const QWidget *focus = focusWidget();
    return qobject_cast<const CodeView *>(focus) != nullptr;
}

void FormPane::setJson(bool json)
{
    if (m_stack->currentWidget() == m_empty)
        return;
    for (FieldRow *row : m_rows)
        row->editor()->commit();
    m_mode->setValue(json ? kJson : kForm);
    m_stack->setCurrentIndex(json ? 1 : 0);
    refresh();
    if (json)
        m_json->setFocus();
    else
        focusFirst();
}

void FormPane::focusFirst()
{
    if (isJson())
        return m_json->setFocus();
    FieldRow *first = row(m_form.firstMissing());
    if (m_form.firstMissing().empty())
        first = m_rows.empty() ? nullptr : m_rows.front();
    if (first)
        focusOn(first);
}

void FormPane::focusOn(FieldRow *row)
{
    for (Group *group : {&m_secrets, &m_others})
        if (group->body->isAncestorOf(row) && !group->isOpen)
            setOpen(*group, true);
    QWidget *control = row->editor()->control();
    if (control->focusPolicy() == Qt::NoFocus)
        control = control->nextInFocusChain(); // a segment of its segments
    control->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(row, 0, 20);
}

bool FormPane::submit()
{
    for (FieldRow *row : m_rows)
        row->editor()->commit();
    m_isTouched = true;
    for (FieldRow *row : m_rows)
        row->touch();
    refreshJson();
    if (m_form.problems().empty())
        return true;
    if (isJson())
        m_json->setFocus();
    else if (FieldRow *wrong = row(m_form.problems().front().field))
        focusOn(wrong);
    return false;
}

bool FormPane::showRefusals(const std::vector<InputProblem> &problems)
{
    FieldRow *first = nullptr;
    for (const InputProblem &problem : problems)
        if (FieldRow *wrong = row(problem.field)) {
            wrong->showRefusal(problem);
            first = first ? first : wrong;
        }
    if (first && !isJson())
        focusOn(first);
    return first != nullptr;
}

void FormPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
