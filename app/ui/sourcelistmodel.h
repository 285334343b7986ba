#pragma once

#include "casefile/case.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// The documents of the case, as they were taken in.
class SourceListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { IdRole = Qt::UserRole, NameRole, PublisherRole, PublishedRole, QuotesRole };

    explicit SourceListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setDocuments(std::vector<DocumentSummary> documents);
    [[nodiscard]] int count() const { return static_cast<int>(m_documents.size()); }

Q_SIGNALS:
    void countChanged();

private:
    std::vector<DocumentSummary> m_documents;
};

} // namespace dateline
