// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/items_box.h"

#include "views/pages/editor/inspector/field_grid.h"
#include "views/pages/editor/inspector/field_words.h"
#include "views/pages/editor/inspector/form_parts.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

/// One of the mappings, in a frame.
class Card final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &c = themeOf(this).colors();
        drawBox(painter, QRectF(rect()), 5, {}, c.borderStrong);
    }
};

} // namespace

ItemsBox::ItemsBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_well(new QWidget(this))
    , m_cards(new QVBoxLayout(m_well))
    , m_add(new Button(QString(), "plus", Button::Variant::Ghost, this))
{
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(8);
    m_add->setSmall(true);
    m_add->setText(field.definition == "gate"      ? tr("Add a gate")
                   : field.definition == "trigger" ? tr("Add a trigger")
                                                   : tr("Add a rule"));
    m_add->setAccessibleName(m_add->text());
    m_add->setHasMenu(hasKinds());
    setControl(m_well);
    column()->insertWidget(column()->count() - 1, m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        if (hasKinds())
            showMenu();
        else
            addItem({});
    });
}

QWidget *ItemsBox::control() const
{
    return m_add;
}

/// A trigger is a mapping with one of several mappings in it.
bool ItemsBox::hasKinds() const
{
    return std::all_of(field().fields.begin(), field().fields.end(),
                       [](const FieldModel &member) { return member.type == FieldType::Section; });
}

std::string ItemsBox::kindOf(const json::Value &item) const
{
    if (hasKinds())
        for (const auto &[key, value] : item.asObject())
            if (field().find(key))
                return key;
    return {};
}

void ItemsBox::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FieldModel &kind : field().fields)
        menu->addAction(fieldCaption({field().key, kind.key}), this,
                        [this, key = kind.key] { addItem(key); });
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void ItemsBox::addItem(const std::string &kind)
{
    const FlowSchema &schema = FlowSchema::shipped();
    if (field().type == FieldType::Named) {
        int number = 1;
        edit::FieldPath member = path();
        member.push_back("gate");
        while (scope().has(member))
            member.back() = "gate_" + std::to_string(++number);
        scope().set(undoName(), member, json::Object{{"if", "true"}});
        return focusAt(member);
    }
    json::Value item = json::Object{};
    if (const FieldModel *model = field().find(kind); model && !kind.empty()) {
        json::Value members = schema.skeleton(*model);
        if (kind == "schedule")
            members.object().set("cron", "0 2 * * *");
        if (kind == "webhook")
            members = json::Object{{"path", "/hooks/name"}, {"secret", ""}};
        item.object().set(kind, members);
    } else {
        for (const FieldModel &member : field().fields)
            if (member.isRequired)
                item.object().set(member.key, "");
    }
    const std::size_t at = scope().value(path()).value_or(json::Value()).asArray().size();
    scope().append(undoName(), path(), item);
    edit::FieldPath member = path();
    member.push_back(std::to_string(at));
    focusAt(member);
}

QWidget *ItemsBox::makeTitle(const std::string &key, const std::string &kind, QWidget *card)
{
    edit::FieldPath member = path();
    member.push_back(key);
    if (field().type == FieldType::Named) {
        auto *name = new PlainLine(card);
        name->setText(QString::fromStdString(key));
        name->setAccessibleName(tr("Name of the gate"));
        connect(name, &QLineEdit::editingFinished, this, [this, name, member] {
            const std::string to = name->text().trimmed().toStdString();
            if (to == member.back())
                return;
            edit::FieldPath other = path();
            other.push_back(to);
            if (to.empty() || scope().has(other))
                name->setText(QString::fromStdString(member.back()));
            else
                scope().renameKey(undoName(), member, to);
        });
        return name;
    }
    const QString text =
        kind.empty() ? tr("Rule %1").arg(std::stoi(key) + 1) : fieldCaption({field().key, kind});
    auto *title = new Label(text, TextStyle::Small, Ink::Primary, card);
    title->setElide(Qt::ElideRight);
    return title;
}

void ItemsBox::addCard(const std::string &key, const std::string &kind)
{
    auto *card = new Card(m_well);
    auto *cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(10, 6, 8, 10);
    cardColumn->setSpacing(8);
    auto *row = new QHBoxLayout;
    QWidget *title = makeTitle(key, kind, card);
    row->addWidget(title, 1);
    auto *out = new Button(tr("Remove"), "x", Button::Variant::Ghost, card);
    out->setIconOnly(true);
    out->setSmall(true);
    edit::FieldPath member = path();
    member.push_back(key);
    connect(out, &QAbstractButton::clicked, this, [this, member] { scope().remove(undoName(), member); });
    row->addWidget(out);
    cardColumn->addLayout(row);
    auto *grid = new FieldGrid(card);
    cardColumn->addWidget(grid);
    if (kind.empty()) {
        addFields(scope(), *grid, field().fields, member);
    } else {
        edit::FieldPath inner = member;
        inner.push_back(kind);
        addFields(scope(), *grid, field().find(kind)->fields, inner);
    }
    m_cards->addWidget(card);
    card->show();
    m_items.push_back({key, kind, card, grid});
}

void ItemsBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    std::vector<std::pair<std::string, std::string>> now; // key and kind
    if (value && !isMixed)
        for (const std::string &key : scope().keysOf(path())) {
            const json::Value &item =
                value->isObject() ? (*value)[key] : value->at(std::strtoul(key.c_str(), nullptr, 10));
            now.emplace_back(key, kindOf(item));
        }
    m_add->setEnabled(scope().canEdit() && !isMixed);
    const bool isSame =
        std::equal(now.begin(), now.end(), m_items.begin(), m_items.end(),
                   [](const auto &a, const Item &b) { return a.first == b.key && a.second == b.kind; });
    if (isSame)
        return;
    for (const Item &item : m_items) {
        m_cards->removeWidget(item.card);
        item.card->hide();
        item.card->deleteLater();
    }
    m_items.clear();
    for (const auto &[key, kind] : now)
        addCard(key, kind);
}

FieldBox *ItemsBox::boxAt(const edit::FieldPath &at)
{
    if (!FieldBox::boxAt(at))
        return nullptr;
    for (const Item &item : m_items)
        if (at.size() > path().size() && at[path().size()] == item.key)
            if (FieldBox *box = item.grid->boxAt(at))
                return box;
    return this;
}

void ItemsBox::focusAt(const edit::FieldPath &at)
{
    for (const Item &item : m_items)
        if (at.size() > path().size() && at[path().size()] == item.key)
            for (auto *box : item.grid->findChildren<FieldBox *>(QString(), Qt::FindDirectChildrenOnly))
                return box->focusAt(box->path());
    m_add->setFocus(Qt::OtherFocusReason);
}

} // namespace batuta::views
