using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Accreditation;

namespace SrmPortal.Web.Features.Support;

/// <summary>What a company's letter says about its master user.</summary>
public sealed class LostMasterForm
{
    public string? FullName { get; init; }

    public string? Position { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? SignedBy { get; init; }

    public IFormFile? Letter { get; init; }

    /// <summary>Codes of memberships of masters that are to lose access.</summary>
    public List<string> Blocks { get; init; } = [];

    /// <summary>Made with the page: sent twice, it is one case.</summary>
    public Guid Key { get; init; }

    public NamedMaster Master() => new(Tidy.Name(FullName ?? ""), Tidy.Position(Position) ?? "", Tidy.Phone(Phone) ?? "", (Email ?? "").Trim());

    public sealed class Validator : AbstractValidator<LostMasterForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.FullName).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            RuleFor(form => form.Position).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            RuleFor(form => form.SignedBy).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            RuleFor(form => form.Phone).Must(Tidy.IsPhone).WithMessage(_ => texts["Enter the phone with the country’s code, for example +7 343 226-41-82."]);
            RuleFor(form => form.Email).Must(email => string.IsNullOrWhiteSpace(email) || Tidy.IsEmail(email)).WithMessage(_ => texts["Enter one e-mail address, for example kovaleva@uraltrubsnab.example."]);
        }
    }
}

/// <summary>What was looked at in the letter.</summary>
public sealed class LetterCheckForm
{
    public bool IsGenuine { get; init; }

    public bool SignerIsHead { get; init; }

    public bool WasCalledBack { get; init; }

    public string? Note { get; init; }

    public LetterCheck Check() => new(IsGenuine, SignerIsHead, WasCalledBack, DecideForm.Text(Note));
}

/// <summary>Why nothing comes of a letter; the person named in it reads it.</summary>
public sealed class RefuseCaseForm
{
    public string? Reason { get; init; }
}
