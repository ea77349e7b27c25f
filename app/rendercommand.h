// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/graph/layout.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace podium {

/// A definition and the picture that is made of it: .svg, .png or .pdf.
struct RenderJob
{
    QString source;
    QString target;
};

/// What `podium render` was asked for.
struct RenderRequest
{
    QList<RenderJob> jobs;
    LayoutDirection direction = LayoutDirection::TopDown;
    bool dark = false;
    double scale = 0; ///< 0: as the format has it
};

/// The command line of `podium render`.
struct RenderCommand
{
    RenderRequest request;
    QString help;  ///< set when help was asked for
    QString fault; ///< set when the arguments are wrong: why

    /// `arguments` with the program's name first and "render" second.
    static RenderCommand parse(const QStringList &arguments);
};

/// Where the pictures of `files` go, for the --output the user gave ("" for none):
///   picture.svg     the picture, of one file
///   folder, folder/ in that folder, below it as the files lie below the folder they have in common
///   *.png, .png     beside each file; folder/*.png is both
/// A picture is named like its file without .sw.yaml and the like, unless two would then have one name.
Result<QList<RenderJob>> planPictures(const QStringList &files, const QString &output);

} // namespace podium
