// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/field_box.h"

#include "views/models/text.h"
#include "views/pages/editor/inspector/field_codec.h"
#include "views/pages/editor/inspector/field_words.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QAbstractScrollArea>
#include <QBoxLayout>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace batuta::views {

FieldBox::FieldBox(FieldScope &scope, const FieldModel &field, edit::FieldPath path, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_field(field)
    , m_path(std::move(path))
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_label(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_trouble(new QWidget(this))
    , m_problem(new Label(TextStyle::Small, Ink::Primary, m_trouble))
    , m_mend(new Button(QString(), {}, Button::Variant::Ghost, m_trouble))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(3);
    m_head->setSpacing(4);
    m_label->setElide(Qt::ElideRight);
    m_head->addWidget(m_label, 1);
    if (field.isRequired && !isOfFlat()) {
        m_star = new Label(QStringLiteral("*"), TextStyle::Small, Ink::Primary, this);
        m_star->setStatus(Status::Failed);
        m_label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_head->addWidget(m_star);
        m_head->setStretchFactor(m_label, 0);
        m_head->addStretch(1);
    }
    m_column->addLayout(m_head);
    auto *row = new QHBoxLayout(m_trouble);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_problem->setStatus(Status::Failed);
    m_problem->setWordWrap(true);
    m_problem->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    m_mend->setSmall(true);
    row->addWidget(m_problem, 1);
    row->addWidget(m_mend, 0, Qt::AlignTop);
    m_trouble->hide();
    m_column->addWidget(m_trouble);
    setCaption(fieldCaption(m_path));
    setToolTip(fieldHint(field));
    connect(&scope, &FieldScope::changed, this, &FieldBox::refresh);
    connect(&scope, &FieldScope::problemsChanged, this, &FieldBox::showProblem);
    connect(m_mend, &QAbstractButton::clicked, this, [this] {
        for (const edit::Problem *problem : m_scope.problemsAt(m_path))
            if (!problem->fixes.empty())
                return m_scope.fix(problem->fixes.front());
    });
}

void FieldBox::setCaption(const QString &caption)
{
    m_caption = caption;
    m_label->setText(caption);
}

void FieldBox::hideCaption()
{
    m_label->hide();
    if (m_star)
        m_star->hide();
}

void FieldBox::setControl(QWidget *control)
{
    m_column->insertWidget(m_column->count() - 1, control);
    QWidget *const focus = this->control();
    setFocusProxy(focus);
    m_label->setBuddy(focus);
    focus->setAccessibleName(m_star ? tr("%1, required").arg(m_caption) : m_caption);
    focus->setToolTip(toolTip());
}

/// Its mapping may be left out, and comes and goes with it.
bool FieldBox::isOfFlat() const
{
    return m_path.size() > 1 && isFlat(m_path[m_path.size() - 2]);
}

bool FieldBox::isNeeded() const
{
    if (!m_field.isRequired || !isOfFlat())
        return m_field.isRequired;
    const edit::FieldPath mapping(m_path.begin(), m_path.end() - 1);
    return m_scope.value(mapping).value_or(json::Value()).isObject();
}

void FieldBox::takeTroubleBack()
{
    m_column->addWidget(m_trouble);
}

FieldBox *FieldBox::boxAt(const edit::FieldPath &path)
{
    const bool isHere =
        path.size() >= m_path.size() && std::equal(m_path.begin(), m_path.end(), path.begin());
    return isHere ? this : nullptr;
}

void FieldBox::focusAt(const edit::FieldPath &)
{
    control()->setFocus(Qt::OtherFocusReason);
}

void FieldBox::refresh()
{
    if (m_scope.bases().empty() || !m_scope.document().flowText())
        return; // what was last said stays; the inspector says that it is old
    const bool isMixed = m_scope.isMixed(m_path);
    present(m_scope.value(m_path), isMixed);
    showProblem();
}

QString FieldBox::undoName() const
{
    return tr("Change %1").arg(m_caption.isEmpty() ? QString::fromStdString(m_path.back()) : m_caption);
}

QString FieldBox::mixedWord()
{
    return tr("mixed");
}

void FieldBox::write(const QString &text)
{
    if (text.isEmpty() && !isNeeded())
        m_scope.remove(undoName(), m_path, FieldScope::By::Typing);
    else
        m_scope.set(undoName(), m_path, typedValue(text, m_field.type), FieldScope::By::Typing);
}

void FieldBox::setOwnProblem(const QString &sentence)
{
    if (sentence == m_ownProblem)
        return;
    m_ownProblem = sentence;
    showProblem();
}

void FieldBox::showProblem()
{
    const std::vector<const edit::Problem *> problems =
        tellsProblems() ? std::vector<const edit::Problem *>() : m_scope.problemsAt(m_path);
    const edit::Problem *worst = nullptr;
    for (const edit::Problem *problem : problems)
        if (!worst || problem->severity < worst->severity)
            worst = problem;
    const bool isBad = !m_ownProblem.isEmpty() || worst;
    const bool isError = !m_ownProblem.isEmpty() || (worst && worst->severity == edit::Severity::Error);
    m_trouble->setVisible(isBad);
    QWidget *const marked = control();
    if (marked->property("invalid").toBool() != isError) {
        marked->setProperty("invalid", isError);
        marked->update();
        if (auto *area = qobject_cast<QAbstractScrollArea *>(marked))
            area->viewport()->update();
    }
    const QString hint = toolTip();
    marked->setAccessibleDescription(hint);
    if (!isBad)
        return;
    if (isError)
        m_problem->setStatus(Status::Failed);
    else if (worst->severity == edit::Severity::Warning)
        m_problem->setStatus(Status::Waiting);
    else
        m_problem->setInk(Ink::Secondary);
    const QString sentence = !m_ownProblem.isEmpty() ? m_ownProblem : m_scope.wordsOf(*worst);
    m_problem->setText(breakable(sentence));
    m_problem->setAccessibleName(sentence);
    m_problem->setToolTip(worst ? QString::fromStdString(worst->mend) : QString());
    const bool hasFix = worst && !worst->fixes.empty() && m_ownProblem.isEmpty();
    m_mend->setVisible(hasFix);
    if (hasFix) {
        const QString title = QString::fromStdString(worst->fixes.front().title);
        m_mend->setText(tr("Mend"));
        m_mend->setToolTip(title);
        m_mend->setAccessibleName(title);
    }
    marked->setAccessibleDescription(sentence);
}

void FieldBox::reset()
{
    m_scope.remove(tr("Take %1 out").arg(m_caption), m_path);
}

void FieldBox::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *out = menu->addAction(tr("Take out of the file"), this, [this] { reset(); });
    out->setEnabled(m_scope.canEdit() && m_scope.has(m_path));
    out->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Delete));
    menu->popup(event->globalPos());
}

void FieldBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::ControlModifier && m_scope.canEdit())
        return reset();
    QWidget::keyPressEvent(event);
}

} // namespace batuta::views
