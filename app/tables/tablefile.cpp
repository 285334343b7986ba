#include "tables/tablefile.h"

#include "tables/tableprocess.h"
#include "tables/tablestext.h"
#include "tables/utf8device.h"

#include <QFile>
#include <QFileInfo>

namespace dateline
{

TableFile::TableFile(std::unique_ptr<QIODevice> bytes, QString name, const KnownTable &table)
    : m_bytes(std::move(bytes))
    , m_plan(table.plan)
    , m_unit(table.part.unit)
    , m_name(std::move(name))
    , m_size(m_bytes->isSequential() ? 0 : m_bytes->size())
{
    if (!table.part.numbered)
        m_text = std::make_unique<Utf8Device>(*m_bytes);
    m_reader = std::make_unique<CsvReader>(m_text ? *m_text : *m_bytes, table.delimiter, table.part.numbered);
    for (int i = 0; i < m_plan.before + (m_plan.hasHeader ? 1 : 0); ++i)
        static_cast<void>(m_reader->next());
}

TableFile::~TableFile() = default;

Result<std::unique_ptr<TableFile>> TableFile::open(const QString &path, const KnownTable &table)
{
    QString name = QFileInfo(path).fileName();
    if (!table.part.name.isEmpty())
        name += QStringLiteral(", ") + table.part.name;
    if (table.index) {
        Result<std::unique_ptr<TableProcess>> process =
            TableProcess::start(QStringLiteral("read"), path, {QString::number(*table.index)});
        if (!process)
            return std::unexpected(process.error());
        return std::unique_ptr<TableFile>(new TableFile(std::move(*process), name, table));
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(Error::Kind::Unreadable,
                       TablesText::tr("“%1” cannot be read (%2); check that it is a file and that you may open it")
                           .arg(name, file->errorString()),
                       path);
    }
    return std::unique_ptr<TableFile>(new TableFile(std::move(file), name, table));
}

QByteArray TableFile::dataSet() const
{
    return m_plan.layout->byFile ? m_name.toUtf8() : QByteArray(m_plan.layout->name);
}

qint64 TableFile::bytesRead() const
{
    return m_text ? m_text->bytesRead() : 0;
}

} // namespace dateline
