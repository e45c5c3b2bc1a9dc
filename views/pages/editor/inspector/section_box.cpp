// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/section_box.h"

#include "views/pages/editor/inspector/field_grid.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace batuta::views {

/// The title: click, Enter, Space, Left and Right fold and unfold.
class SectionHead final : public QAbstractButton
{
public:
    SectionHead(const QString &title, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(title);
        setAccessibleName(title);
        setCheckable(true);
        setChecked(true);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

    bool isInner = false;
    bool hasChevron = true;

    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        return {theme.scaled(18) + QFontMetrics(theme.font(TextStyle::Strong)).horizontalAdvance(text()),
                theme.scaled(24)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        const Colors &c = theme.colors();
        const int left = hasChevron ? theme.scaled(17) : 0;
        if (hasChevron)
            drawChevron(painter, QRectF(0, 0, theme.scaled(12), height()), c.textSecondary,
                        isChecked() ? Qt::DownArrow : Qt::RightArrow);
        QFont font = theme.font(isInner ? TextStyle::Small : TextStyle::Strong);
        if (isInner)
            font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(c.textPrimary);
        const QRect place(left, 0, width() - left, height());
        painter.drawText(place, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            drawFocusRing(painter, rect(), 4, c.focus, true);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        const int key = event->key();
        const bool folds = (key == Qt::Key_Left && isChecked()) || (key == Qt::Key_Right && !isChecked());
        if (folds || key == Qt::Key_Return || key == Qt::Key_Enter)
            return click();
        QAbstractButton::keyPressEvent(event);
    }
};

SectionBox::SectionBox(FieldScope &scope, const QString &title, std::vector<edit::FieldPath> paths, Fill fill,
                       QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_title(title)
    , m_paths(std::move(paths))
    , m_fill(std::move(fill))
    , m_head(new SectionHead(title, this))
    , m_errors(new Label(TextStyle::Small, Ink::Primary, this))
    , m_errorGlyph(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 14, 10);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_head, 1);
    row->addWidget(m_errorGlyph);
    row->addWidget(m_errors);
    column->addLayout(row);
    m_errors->setStatus(Status::Failed);
    connect(m_head, &QAbstractButton::clicked, this, [this](bool open) {
        setOpen(open);
        emit opened(open);
    });
    connect(&scope, &FieldScope::changed, this, &SectionBox::refresh);
    connect(&scope, &FieldScope::problemsChanged, this, &SectionBox::showProblems);
    connect(&themeOf(this), &Theme::changed, this, &SectionBox::showProblems);
}

void SectionBox::setSwitch(const FieldModel &field)
{
    m_field = &field;
    m_switch = new Switch(this);
    m_switch->setAccessibleName(m_title);
    auto *row = static_cast<QHBoxLayout *>(layout()->itemAt(0)->layout());
    row->addWidget(m_switch);
    connect(m_switch, &QAbstractButton::clicked, this, &SectionBox::flip);
    refresh();
}

void SectionBox::setInner()
{
    m_isInner = true;
    m_head->isInner = true;
    layout()->setContentsMargins(0, 0, 0, 0);
}

bool SectionBox::isOn() const
{
    return !m_switch || m_scope.has(m_paths.front());
}

void SectionBox::flip(bool on)
{
    if (on)
        m_scope.set(tr("Add %1").arg(m_title), m_paths.front(), FlowSchema::shipped().skeleton(*m_field));
    else
        m_scope.remove(tr("Take %1 out").arg(m_title), m_paths.front());
    if (on && isOn())
        setOpen(true);
    refresh();
}

void SectionBox::setOpen(bool open)
{
    m_isOpen = open;
    m_head->setChecked(open);
    refresh();
}

void SectionBox::build()
{
    m_grid = new FieldGrid(this);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_grid);
    m_fill(*m_grid);
}

void SectionBox::refresh()
{
    if (!m_scope.document().flowText() || m_scope.bases().empty())
        return;
    const bool on = isOn();
    const bool isShown = m_isOpen && on;
    if (isShown && !m_grid)
        build();
    if (m_grid)
        m_grid->setVisible(isShown);
    m_head->hasChevron = !m_switch || on;
    m_head->update();
    m_head->setAccessibleDescription(isShown ? tr("open") : on ? tr("folded") : tr("not in the file"));
    if (m_switch) {
        const bool isMixed = m_scope.isMixed(m_paths.front()) && !on;
        m_switch->setTristate(isMixed);
        m_switch->setCheckState(isMixed ? Qt::PartiallyChecked : on ? Qt::Checked : Qt::Unchecked);
        m_switch->setEnabled(m_scope.canEdit());
    }
    showProblems();
}

void SectionBox::showProblems()
{
    int errors = 0, others = 0;
    for (const edit::FieldPath &path : m_paths)
        for (const edit::Problem *problem : m_scope.problemsAt(path))
            ++(problem->severity == edit::Severity::Error ? errors : others);
    const int count = errors > 0 ? errors : others;
    m_errors->setVisible(count > 0);
    m_errorGlyph->setVisible(count > 0);
    if (count == 0)
        return;
    const Theme &theme = themeOf(this);
    m_errors->setStatus(errors > 0 ? Status::Failed : Status::Waiting);
    m_errors->setText(QString::number(count));
    m_errors->setAccessibleName(errors > 0 ? tr("%n error(s)", nullptr, count)
                                           : tr("%n warning(s)", nullptr, count));
    const qreal ratio = devicePixelRatioF();
    m_errorGlyph->setPixmap(
        errors > 0 ? theme.statusPixmap(Status::Failed, theme.scaled(13), ratio)
                   : theme.pixmap("warnf", theme.scaled(13), theme.colors().of(Status::Waiting).fg, ratio));
}

FieldBox *SectionBox::boxAt(const edit::FieldPath &path)
{
    const bool isHere = std::any_of(m_paths.begin(), m_paths.end(), [&](const edit::FieldPath &own) {
        const auto common = static_cast<std::ptrdiff_t>(std::min(own.size(), path.size()));
        return std::equal(own.begin(), own.begin() + common, path.begin());
    });
    if (!isHere || !isOn())
        return nullptr;
    setOpen(true);
    return m_grid ? m_grid->boxAt(path) : nullptr;
}

bool SectionBox::focusSwitch(const edit::FieldPath &path)
{
    const edit::FieldPath &own = m_paths.front();
    if (!m_switch || path.size() < own.size() || !std::equal(own.begin(), own.end(), path.begin()))
        return false;
    m_switch->setFocus(Qt::OtherFocusReason);
    return true;
}

bool SectionBox::claims(const edit::Problem &problem) const
{
    return std::any_of(m_paths.begin(), m_paths.end(), [&](const edit::FieldPath &path) {
        const std::vector<const edit::Problem *> found = m_scope.problemsAt(path);
        return std::find(found.begin(), found.end(), &problem) != found.end();
    });
}

void SectionBox::paintEvent(QPaintEvent *)
{
    if (m_isInner)
        return;
    QPainter(this).fillRect(QRect(0, 0, width(), 1), themeOf(this).colors().borderSubtle);
}

} // namespace batuta::views
