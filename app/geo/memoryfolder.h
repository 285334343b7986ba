#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace dateline
{

/// A file that lies in memory, with the name that its kind goes by.
struct FileInMemory
{
    QString name;
    QByteArray bytes;
};

/// Files in memory that GDAL reads as if they lay in a folder; gone with the object, before which what was opened there
/// is to be closed.
class MemoryFolder
{
public:
    /// @param files the first is the one to be opened, which the others belong to.
    explicit MemoryFolder(std::vector<FileInMemory> files);
    ~MemoryFolder();
    Q_DISABLE_COPY_MOVE(MemoryFolder)

    [[nodiscard]] const QByteArray &path() const { return m_path; } ///< As GDAL takes it.
    [[nodiscard]] QByteArray firstPath() const; ///< Of the first file.

private:
    QByteArray m_path;
    std::vector<FileInMemory> m_files;
};

} // namespace dateline
