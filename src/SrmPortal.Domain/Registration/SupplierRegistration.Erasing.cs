namespace SrmPortal.Domain.Registration;

/// <summary>A person who is named in a questionnaire may be erased from it; the questionnaire itself belongs to the company.</summary>
public sealed partial class SupplierRegistration
{
    /// <summary>Whoever has this address is a number from now on; what the company said of itself stays.</summary>
    /// <param name="email">Of the person.</param>
    /// <param name="name">What stands in the place of the name.</param>
    public void ErasePerson(string email, string name)
    {
        _consents = [.. _consents.Select(one => SameAddress(one.Email, email) ? one with { GivenBy = name, Email = "" } : one)];
        if (SameAddress(Applicant.Email, email))
        {
            Take(new Applicant(name, "", "", "", Applicant.Language));
        }

        Take(WithoutPerson(Content, email, name));
        Changed(new RegistrationPersonErased(Subject));
    }

    /// <summary>The same content, in which a number stands for the person.</summary>
    public static RegistrationContent WithoutPerson(RegistrationContent content, string email, string name) => content with
    {
        People =
        [
            .. content.People.Select(person => SameAddress(person.Email, email)
                ? person with { FullName = name, Phone = "", Email = "", BasisNumber = "", BasisDate = null, BasisUntil = null } : person),
        ],
    };
}

/// <summary>A person was erased from a questionnaire.</summary>
public sealed record RegistrationPersonErased(string Subject) : Common.DomainEvent(Subject);
