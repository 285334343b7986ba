#pragma once

#include "tables/tablesample.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

namespace dateline
{

/// The columns of a table that is being mapped, each with its first cells and what it says.
class MappedColumns : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The mapping has it")

public:
    static constexpr std::size_t shownRows = 5;

    enum Role {
        NameRole = Qt::UserRole + 1,
        SaysRole, ///< Which of mappableRoles() it is.
        CellsRole, ///< The first ones, a list of texts.
        ProblemsRole, ///< Why each of them cannot be read; empty for those that can.
        UsedRole ///< Whether it says something of the incidents.
    };

    using QAbstractListModel::QAbstractListModel;

    /// Shows @p mapping of @p sample, and what is wrong with its rows by @p rows, which begin at the first one.
    void show(const TableSample &sample, const Mapping &mapping,
              const std::vector<std::expected<Incident, RowFailure>> &rows);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Column
    {
        QString name;
        int says = 0;
        QStringList cells;
        QStringList problems;

        friend bool operator==(const Column &, const Column &) = default;
    };

    std::vector<Column> m_columns;
};

/// The first rows of a table as incidents, or why they are none.
class MappedRows : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The mapping has it")

public:
    enum Role { TitleRole = Qt::UserRole + 1, WhenRole, WhereRole, ProblemRole };

    using QAbstractListModel::QAbstractListModel;

    void show(const std::vector<std::expected<Incident, RowFailure>> &rows, RowUnit unit);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        QString title;
        QString when;
        QString where;
        QString problem;
    };

    std::vector<Row> m_rows;
};

/// The words of a column of kinds, and which kind each stands for.
class MappedKinds : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The mapping has it")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role { WordRole = Qt::UserRole + 1, KindRole };

    using QAbstractListModel::QAbstractListModel;

    void show(const QStringList &words, const Mapping &mapping);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    QStringList m_words;
    std::vector<Kind> m_kinds; ///< Of each word.
};

} // namespace dateline
