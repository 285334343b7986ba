#pragma once

#include "base/result.h"

#include <QStringList>

#include <memory>

class QTemporaryDir;

namespace dateline
{

/// Files that are made whole in a hidden folder beside where they belong, and get there in the end or go.
class NewFiles
{
public:
    /// @param path of the export. Errors: Conflict if a folder is there, Unwritable.
    [[nodiscard]] static Result<NewFiles> beside(const QString &path);
    ~NewFiles();
    NewFiles(NewFiles &&) noexcept;
    NewFiles &operator=(NewFiles &&) = delete;

    /// Where the files are to be made.
    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Moves every file of the folder to where the export belongs, where they replace what is there.
    /// @returns their paths.
    [[nodiscard]] Result<QStringList> moveFiles();

    /// Makes the folder itself the export.
    [[nodiscard]] Result<QStringList> moveFolder();

private:
    NewFiles(QString path, std::unique_ptr<QTemporaryDir> temporary, QString folder);

    QString m_path;
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

} // namespace dateline
