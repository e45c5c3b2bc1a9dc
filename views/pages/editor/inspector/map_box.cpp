// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/map_box.h"

#include "engine/flow/yaml_node.h"
#include "views/pages/editor/inspector/field_codec.h"
#include "views/pages/editor/inspector/recorded_run.h"
#include "views/pages/editor/inspector/table_well.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace batuta::views {

/// One member: key, value, and a cross that comes with the pointer or the focus.
class PairRow final : public QWidget
{
public:
    PairRow(std::string memberKey, QWidget *parent)
        : QWidget(parent)
        , key(std::move(memberKey))
        , name(new PlainLine(this))
        , value(new ExpressionEdit(ExpressionEdit::Language::Template, this))
        , out(new Button(MapBox::tr("Remove"), "x", Button::Variant::Ghost, this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(1);
        name->setBare(true);
        name->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // as wide as the others
        value->setBare(true);
        out->setIconOnly(true);
        out->setSmall(true);
        out->hide();
        out->setFocusPolicy(Qt::NoFocus); // an emptied key does the same
        row->addWidget(name, 0, Qt::AlignTop);
        row->addWidget(value, 1);
    }

    const std::string key;
    PlainLine *name;
    ExpressionEdit *value;
    Button *out;

protected:
    void enterEvent(QEnterEvent *) override { showOut(true); }
    void leaveEvent(QEvent *) override { showOut(false); }
    void resizeEvent(QResizeEvent *) override { place(); }

private:
    void place()
    {
        out->setGeometry(width() - out->sizeHint().width() - 1, 0, out->sizeHint().width(), name->height());
    }
    void showOut(bool shown)
    {
        place();
        out->setVisible(shown && !value->isReadOnly());
        out->raise();
    }
};

json::Value typedCell(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
        const flow::YamlReading reading = flow::readYaml(trimmed.toStdString(), {});
        if (reading.root)
            return flow::toJson(*reading.root);
    }
    return typedValue(text, FieldType::Template);
}

MapBox::MapBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_well(new TableWell(this))
    , m_column(new QVBoxLayout(m_well))
    , m_new(new PlainLine(m_well))
    , m_value(new Label(TextStyle::MonoSmall, Ink::Secondary, this))
{
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(1);
    m_column->addWidget(m_new);
    m_new->setBare(true);
    m_new->setPlaceholderText(tr("Add a key"));
    setControl(m_well);
    m_new->setAccessibleName(tr("Add a key to %1").arg(caption()));
    m_value->setElide(Qt::ElideRight);
    m_value->hide();
    column()->addWidget(m_value);
    connect(m_new, &QLineEdit::editingFinished, this, &MapBox::addKey);
    connect(&scope, &FieldScope::problemsChanged, this, &MapBox::markProblems);
}

edit::FieldPath MapBox::pathOf(const std::string &key) const
{
    edit::FieldPath member = path();
    member.push_back(key);
    return member;
}

PlainLine *MapBox::keyOf(int row) const
{
    return m_rows[static_cast<std::size_t>(row)]->name;
}

ExpressionEdit *MapBox::valueOf(int row) const
{
    return m_rows[static_cast<std::size_t>(row)]->value;
}

void MapBox::focusAt(const edit::FieldPath &at)
{
    for (PairRow *row : m_rows)
        if (at.size() > path().size() && row->key == at[path().size()])
            return row->value->setFocus(Qt::OtherFocusReason);
    m_new->setFocus(Qt::OtherFocusReason);
}

edit::FieldPath MapBox::pathInFocus() const
{
    for (const PairRow *row : m_rows)
        if (row->value->hasFocus() || row->name->hasFocus())
            return pathOf(row->key);
    return path();
}

void MapBox::addKey()
{
    const QString key = m_new->text().trimmed();
    if (key.isEmpty() || !scope().canEdit())
        return;
    m_new->clear();
    const std::string name = key.toStdString();
    if (!scope().has(pathOf(name)))
        scope().set(undoName(), pathOf(name), "");
    focusAt(pathOf(name));
}

void MapBox::renameKey(PairRow *row)
{
    const std::string to = row->name->text().trimmed().toStdString();
    if (to == row->key || !scope().canEdit())
        return;
    if (to.empty())
        return scope().remove(undoName(), pathOf(row->key));
    if (scope().has(pathOf(to))) {
        row->name->setText(QString::fromStdString(row->key));
        return setOwnProblem(tr("There is a key %1 already.").arg(QString::fromStdString(to)));
    }
    setOwnProblem({});
    scope().renameKey(undoName(), pathOf(row->key), to);
}

void MapBox::setValue(const PairRow *row, const QString &text)
{
    setOwnProblem({});
    scope().set(undoName(), pathOf(row->key), typedCell(text), FieldScope::By::Typing);
    tryOut(row);
}

/// Below the table stands what the row in focus had in the last run.
void MapBox::tryOut(const PairRow *row)
{
    const int tried = ++m_tried;
    m_value->hide();
    const std::string text = row->value->text().toStdString();
    if (text.find("${{") == std::string::npos)
        return;
    scope().run().evaluate(text, false, this, [this, tried](const Evaluated &result) {
        if (tried != m_tried)
            return;
        setOwnProblem(result.kind == Evaluated::Kind::Failed ? result.text : QString());
        const bool isMasked = result.kind == Evaluated::Kind::Masked;
        m_value->setText(isMasked ? tr("= ••••, a secret") : tr("= %1 in the last run").arg(result.text));
        m_value->setVisible(isMasked || result.kind == Evaluated::Kind::Value);
    });
}

void MapBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    static const json::Object none;
    const json::Object &members = value && !isMixed ? value->asObject() : none;
    std::vector<std::string> keys;
    for (const auto &[key, member] : members)
        keys.push_back(key);
    const bool isSame =
        std::equal(keys.begin(), keys.end(), m_rows.begin(), m_rows.end(),
                   [](const std::string &key, const PairRow *row) { return row->key == key; });
    if (!isSame) {
        for (PairRow *row : m_rows) {
            m_column->removeWidget(row);
            row->hide();
            row->deleteLater();
        }
        m_rows.clear();
        for (const std::string &key : keys) {
            auto *row = new PairRow(key, m_well);
            const QString name = QString::fromStdString(key);
            row->name->setText(name);
            row->name->setAccessibleName(tr("Key %1").arg(name));
            row->value->setAccessibleName(tr("Value of %1").arg(name));
            row->value->setManyLines(false, 1, 4);
            row->value->setSource([this] { return completionSource(scope()); });
            row->out->setAccessibleName(tr("Remove %1").arg(name));
            connect(row->name, &QLineEdit::editingFinished, this, [this, row] { renameKey(row); });
            connect(row->value, &ExpressionEdit::edited, this,
                    [this, row](const QString &text) { setValue(row, text); });
            connect(row->value, &ExpressionEdit::focusGot, this, [this, row] { tryOut(row); });
            connect(row->value, &ExpressionEdit::focusLeft, m_value, &QWidget::hide);
            connect(row->out, &QAbstractButton::clicked, this,
                    [this, row] { scope().remove(undoName(), pathOf(row->key)); });
            m_column->insertWidget(m_column->count() - 1, row);
            row->show();
            m_rows.push_back(row);
        }
        QWidget *before = m_rows.empty() ? nullptr : m_rows.back()->value;
        if (before)
            QWidget::setTabOrder(before, m_new);
        arrange();
    }
    for (PairRow *row : m_rows) {
        const json::Value *member = members.find(row->key);
        if (member && !(row->value->hasFocus() && typedCell(row->value->text()) == *member))
            row->value->setText(shownValue(*member, FieldType::Template));
        row->value->setReadOnly(!scope().canEdit());
        row->name->setReadOnly(!scope().canEdit());
    }
    m_new->setPlaceholderText(isMixed ? mixedWord() : tr("Add a key"));
    m_new->setReadOnly(!scope().canEdit());
    markProblems();
}

void MapBox::markProblems()
{
    QList<QWidget *> bad;
    for (PairRow *row : m_rows)
        if (!scope().problemsAt(pathOf(row->key)).empty())
            bad << row;
    m_well->setBadRows(bad);
}

void MapBox::resizeEvent(QResizeEvent *event)
{
    FieldBox::resizeEvent(event);
    arrange();
}

/// The keys' column is as wide as the longest of them, within bounds.
void MapBox::arrange()
{
    const QFontMetrics metrics(themeOf(this).font(TextStyle::Mono));
    int widest = 0;
    for (const PairRow *row : m_rows)
        widest = std::max(widest, metrics.horizontalAdvance(row->name->text()));
    const int split = std::clamp(widest + themeOf(this).scaled(18), width() / 4, width() * 45 / 100);
    for (PairRow *row : m_rows)
        row->name->setFixedWidth(split);
    m_well->setSplit(m_rows.empty() ? 0 : split + 1);
}

} // namespace batuta::views
