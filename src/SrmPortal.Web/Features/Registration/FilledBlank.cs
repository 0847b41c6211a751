using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>A heading or a paragraph of a blank form; what was typed never becomes a heading.</summary>
/// <param name="Level">1 or 2 of a heading, 0 of a paragraph.</param>
/// <param name="Lines">Filled.</param>
public sealed record BlankBlock(int Level, IReadOnlyList<string> Lines);

/// <summary>A blank form with the data that was entered, to print and sign. What is missing is left to be written by hand.</summary>
public static class FilledBlank
{
    private const string ByHand = "____________________";

    public static IReadOnlyList<BlankBlock> Of(string text, IReadOnlyDictionary<string, string> values)
    {
        List<BlankBlock> blocks = [];
        List<string> paragraph = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var level = line.StartsWith("# ", StringComparison.Ordinal) ? 1 : line.StartsWith("## ", StringComparison.Ordinal) ? 2 : 0;
            if (level > 0 || string.IsNullOrWhiteSpace(line))
            {
                Close();
            }

            var filled = Placeholders.Fill(level > 0 ? line[(level + 1)..] : line, place => values.GetValueOrDefault(place) is { Length: > 0 } value ? value : ByHand);
            if (level > 0)
            {
                blocks.Add(new BlankBlock(level, [filled.Trim()]));
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                paragraph.AddRange(filled.Split('\n'));
            }
        }

        Close();
        return blocks;

        void Close()
        {
            if (paragraph.Count > 0)
            {
                blocks.Add(new BlankBlock(0, [.. paragraph]));
                paragraph.Clear();
            }
        }
    }
}

/// <summary>What a blank form is filled with, in the reader's language.</summary>
public sealed class BlankValues(PortalDbContext db, IStringLocalizer<Texts> texts) : IDeed
{
    public async Task<IReadOnlyDictionary<string, string>> Of(SupplierRegistration registration, DateTime now)
    {
        var (content, details) = (registration.Content, registration.Content.Details);
        var signatory = content.People.FirstOrDefault(person => person.Is(PersonRoles.Signatory));
        var categories = await db.Categories.AsNoTracking().Where(category => content.Categories.Contains(category.Id)).OrderBy(category => category.Path).ToListAsync();
        return new Dictionary<string, string>
        {
            ["company"] = details.FullName,
            ["short-name"] = details.ShortName,
            ["country"] = Countries.Name(details.Country),
            ["legal-form"] = details.LegalForm.Length > 0 ? texts.LegalForm(details.LegalForm) : "",
            ["tax-number"] = details.TaxNumber,
            ["kpp"] = details.Kpp,
            ["registration-number"] = details.RegistrationNumber,
            ["address"] = details.LegalAddress.ToString(),
            ["phone"] = details.Phone,
            ["email"] = details.Email,
            ["bank"] = string.Join(", ", new[] { details.BankName, details.BankCode }.Where(part => part.Length > 0)),
            ["account"] = details.BankAccount,
            ["signatory"] = signatory?.FullName ?? "",
            ["position"] = signatory?.Position ?? "",
            ["basis"] = signatory is null ? "" : $"{texts.Basis(signatory.Basis)} {signatory.BasisNumber}".Trim(),
            ["people"] = string.Join('\n', content.People.Where(person => person.FullName.Length > 0).Select(person =>
                $"{person.FullName}, {person.Position}: {string.Join(", ", person.Roles.Each().Select(role => texts.Role(role).ToLower(CultureInfo.CurrentCulture)))}")),
            ["categories"] = string.Join("; ", categories.Select(category => $"{category.Code} {ProductsPage.NameOf(category)}")),
            ["date"] = Shown.Date(WorkingDays.DayOf(now)),
        };
    }

    /// <summary>Of a company that does not exist.</summary>
    public static IReadOnlyDictionary<string, string> Sample()
    {
        string Said(string ru, string en) => Language.IsRussian ? ru : en;
        return new Dictionary<string, string>
        {
            ["company"] = Said("Общество с ограниченной ответственностью «УралТрубСнаб»", "UralTrubSnab Limited Liability Company"),
            ["short-name"] = Said("ООО «УралТрубСнаб»", "UralTrubSnab LLC"),
            ["country"] = Countries.Name(Countries.Russia),
            ["legal-form"] = Said("ООО", "LLC"),
            ["tax-number"] = "7707083893",
            ["kpp"] = "770701001",
            ["registration-number"] = "1027700132195",
            ["address"] = Said("620014, г. Екатеринбург, ул. Хохрякова, д. 74", "74 Khokhryakova St, Yekaterinburg 620014"),
            ["phone"] = "+7 343 226-41-80",
            ["email"] = "tender@uraltrubsnab.example",
            ["bank"] = Said("ПАО «Промкредит», 044525225", "Promkredit PJSC, 044525225"),
            ["account"] = "40702810938000012345",
            ["signatory"] = Said("Орлов Дмитрий Игоревич", "Orlov Dmitry Igorevich"),
            ["position"] = Said("директор", "director"),
            ["basis"] = Said("Устав", "Charter"),
            ["people"] = Said("Орлов Дмитрий Игоревич, директор: лицо с правом подписи\nКовалёва Марина Сергеевна, тендерный отдел: контактное лицо", "Orlov Dmitry Igorevich, director: signatory\nKovaleva Marina Sergeevna, tenders: contact person"),
            ["categories"] = Said("12.04 Трубы бесшовные", "12.04 Seamless pipes"),
            ["date"] = Shown.Date(new DateOnly(2026, 11, 26)),
        };
    }
}

/// <param name="Title">Of the document.</param>
/// <param name="Kind">Its code, for the file; null: on sample data.</param>
/// <param name="Blocks">Filled.</param>
public sealed record BlankPage(string Title, string? Kind, IReadOnlyList<BlankBlock> Blocks);
