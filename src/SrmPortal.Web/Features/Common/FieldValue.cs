using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Common;

/// <summary>What a field is called, holds, and what is wrong with it.</summary>
internal sealed class FieldValue
{
    public FieldValue(ViewContext view, ModelExpression property, string? id, string? type)
    {
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(property.Name);
        Id = id ?? IdOf(Name);
        var underlying = property.Metadata.UnderlyingOrModelType;
        Number = (property.Metadata as DefaultModelMetadata)?.Attributes.PropertyAttributes?.OfType<TypedNumberAttribute>().FirstOrDefault();
        Type = type ?? (underlying == typeof(bool) ? "checkbox" : "text");
        InputMode = Number is not null || underlying == typeof(decimal) ? "decimal"
            : underlying == typeof(int) || underlying == typeof(long) ? "numeric"
            : underlying == typeof(DateOnly) && Language.IsRussian ? "numeric" : null;

        view.ViewData.ModelState.TryGetValue(Name, out var entry);
        Error = entry?.Errors.Select(error => error.ErrorMessage).FirstOrDefault(message => message.Length > 0);
        // A password is typed anew, a file chosen anew.
        Values = Type is "password" or "file" ? []
            : entry?.RawValue is not null ? entry.RawValue as string[] ?? [entry.AttemptedValue ?? ""]
            : property.Model is System.Collections.IEnumerable and not string ? [.. ((System.Collections.IEnumerable)property.Model).Cast<object>().Select(Text)]
            : property.Model is { } value ? [Text(value)] : [];
    }

    public string Name { get; }

    public string Id { get; }

    public string Type { get; }

    public string? InputMode { get; }

    public TypedNumberAttribute? Number { get; }

    /// <summary>The first message; further ones mostly follow from it.</summary>
    public string? Error { get; }

    public string[] Values { get; }

    public string Value => Values.FirstOrDefault() ?? "";

    public bool IsTrue => Values.Any(value => value.Equals("true", StringComparison.OrdinalIgnoreCase));

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private string Text(object value) => value switch
    {
        decimal number => number.ToString(Number?.Format ?? "0.############", CultureInfo.CurrentCulture),
        DateOnly date => TypedText(date),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string TypedText(DateOnly date) => date.ToString(Language.IsRussian ? "dd.MM.yyyy" : "d MMM yyyy", CultureInfo.InvariantCulture);
}
